/**
 * The database: the only `new Dexie`. A version counts as released once it has landed; then it is frozen.
 *
 * The body of a transaction is an `async` function, and one that writes awaits one thing after the other: in a plain
 * function that returns promises Dexie loses track of native `await`, and a transaction running beside it commits half
 * its writes (seen 2026-11-22 as PrematureCommitError when a restarted worker got two messages at once).
 */
import { Dexie, type Table } from 'dexie';
import type { FailureCode } from '@/utils/messages';
import type { Edit } from '@/utils/paper/edit';
import { KEYS } from '@/utils/paper/identity';
import type { LibraryRecord } from '@/utils/paper/record';
import type { Gone, Paper, Sighting } from '@/utils/paper/schema';
import type { Stamp } from '@/utils/paper/stamp';
import type { LibraryRow } from '@/utils/query/library-row';
import type { SavedSearchRow } from '@/utils/query/saved-search';
import type { AlikeRow, CountRow, QueueRow, TouchedRow } from './derived-rows';
import type { ChunkRow, DeletionRow, IndexRow, SegmentRow } from './index-rows';
import type { Damaged, Setting } from './setting-rows';

/** One of a paper's keys (`arxiv:…`, `title:…`) and the paper it leads to; a weak key may lead to several. */
export interface Alias {
  key: string;
  paper: string;
}

/** A removed paper with all that is needed to put it back. Its aliases stay, so saving it again restores it. */
export interface Trashed {
  id: string;
  trashedAt: string;
  paper: Paper;
  sightings: Sighting[];
}

/**
 * A record that left `papers` for the trash or for another record. Readers and other devices catch up by it. Of a paper
 * that was deleted for good, the id is a hash (storage/forget.ts).
 */
export interface Tombstone {
  id: string;
  revision: number;
  at: string;
}

/** One step of an edit, or what was done to a saved search. `to` is the status, whether starred, the tag, or the identifier as `namespace:value`. */
export interface Edited {
  field: Edit['field'] | 'note' | 'search';
  how: Edit['how'];
  to?: string | boolean;
}

/** One intention of the user that changed the library, as history shows it; or a look at a page that changed a paper. */
export interface JournalEntry {
  entry: number;
  at: string;
  /** The paper, if the entry is about one alone. */
  paper?: string;
  intention:
    | 'save'
    | 'remove'
    | 'restore'
    | 'import'
    | 'undo'
    | 'look'
    | 'join'
    | 'apart'
    | 'edit'
    | 'search';
  /** What an edit did: its first steps that changed anything. */
  what?: Edited[];
  /** The listing that it was done on. Missing if it was done on one of our own pages. */
  from?: string;
  /** How many papers it touched, and the title of one of them, or the name of a saved search. */
  papers: number;
  title?: string;
  /** Shared by the messages of one intention: "Save all" is one step to undo, though it comes in several messages. */
  run?: string;
  /** For an undo: the entry it took back. */
  of?: number;
  /** The entry that took this one back, and how many changes stay because they were changed again since. */
  undoneBy?: number;
  kept?: number;
  /** A task (tasks.ts) is still adding to it. */
  running?: true;
}

/** A change too large for one transaction. It is stored, so that it goes on after the worker was stopped. */
export interface Task {
  /** The journal entry that it writes. */
  entry: number;
  /** What it does: imports these staged papers, takes back this entry, edits papers (change/edit-part.ts), or moves them to the trash or back. */
  work: { batch: string } | { of: number } | { edits: Edit[] } | { move: 'remove' | 'restore' };
  /** Parts done, of how many; one part is one transaction. */
  done: number;
  parts: number;
  /** Of an undo: how many changes stay because they were changed again since. */
  kept: number;
  /** What stopped it, until the user tries again or cancels it. */
  failed?: FailureCode;
}

/** What is needed to undo an entry. It is kept apart, so that listing the history need not read it. */
export interface Changes {
  entry: number;
  part: number;
  changes: Change[];
}

/**
 * Where staged papers are from: a library's own file, in which that library told them apart; a backup, whose records are
 * copies of that library's, with stamps; or cards of a page or text, of which several may be one paper.
 */
export type StagedSource = 'library' | 'backup' | 'cards';

/** Papers of a file on their way into the library, until they are imported or the import is given up. */
export interface Staged {
  /** Which import they belong to, because two windows may import at once: the moment it began (ISO) and a random part. */
  batch: string;
  part: number;
  records: LibraryRecord[];
  source: StagedSource;
  /** Of a backup: ids of records that were gone. */
  gone?: Gone[];
  /** Of a backup: what it has beside papers. */
  rows?: LibraryRow[];
}

/** One row before and after: only the fields that differ; undefined where the row did not exist. */
export interface Change {
  table: 'papers' | 'aliases' | 'sightings' | 'trash' | 'searches';
  key: string | string[];
  before: Record<string, unknown> | undefined;
  after: Record<string, unknown> | undefined;
}

/** By which key texts cite a paper (citation-keys.ts). */
export interface CitationKey {
  paper: string;
  key: string;
  /** In lower case: two papers with one key but for that would be one to BibTeX. */
  folded: string;
  stamp: Stamp;
}

/** The newest version; Dexie multiplies by ten for IndexedDB. */
export const SCHEMA_VERSION = 5;

/** The search index. It is a cache, and no change of the library waits for it. */
const INDEX_TABLES = {
  segments: 'segment',
  chunks: '[segment+part+number]',
  deletions: 'segment',
  index: 'name',
};

export class OffprintDatabase extends Dexie {
  declare papers: Table<Paper, string>;
  declare aliases: Table<Alias, [key: string, paper: string]>;
  declare sightings: Table<Sighting, [paper: string, site: string, url: string]>;
  declare trash: Table<Trashed, string>;
  declare tombstones: Table<Tombstone, string>;
  declare journal: Table<JournalEntry, number, Omit<JournalEntry, 'entry'>>;
  declare changes: Table<Changes, [entry: number, part: number]>;
  declare staged: Table<Staged, [batch: string, part: number]>;
  declare settings: Table<Setting, string>;
  declare damaged: Table<Damaged, [table: string, id: string]>;
  declare counts: Table<CountRow, [of: string, value: string]>;
  declare queue: Table<QueueRow, string>;
  declare touched: Table<TouchedRow, [entry: number, part: number]>;
  declare alike: Table<AlikeRow, [one: string, other: string]>;
  declare searches: Table<SavedSearchRow, string>;
  declare citationKeys: Table<CitationKey, string>;
  declare segments: Table<SegmentRow, number>;
  declare chunks: Table<ChunkRow, [segment: number, part: string, number: number]>;
  declare deletions: Table<DeletionRow, number>;
  declare index: Table<IndexRow, string>;

  constructor(name = 'offprint') {
    super(name, { chromeTransactionDurability: 'strict', indexedDB: strictFactory() });
    this.version(1).stores({
      papers: 'id, savedAt, revision, *tags',
      aliases: '[key+paper], key, paper',
      sightings: '[paper+site+url], paper',
      trash: 'id, trashedAt',
      tombstones: 'id, revision',
      journal: '++entry, at, from',
      changes: '[entry+part], entry',
      staged: '[batch+part], batch',
      settings: 'name',
    });
    // By revision and id: one change may have written a whole library, which is read in parts.
    this.version(2).stores({ papers: 'id, savedAt, revision, *tags, [revision+id]', ...INDEX_TABLES });
    // The version makes tables only. A large library is upgraded row by row afterwards (upgrade-rows.ts).
    this.version(3)
      .stores({ journal: '++entry, at, from, paper', damaged: '[table+id]' })
      .upgrade(async (change) => {
        await change.table('settings').put({ name: 'upgrade', value: { table: 'papers' } });
      });
    // What lists and counts are read from, made from papers and sightings: see derived-rows.ts, and derive-step.ts for
    // libraries that were there before. And searches that a person keeps.
    this.version(4)
      .stores({
        counts: '[of+value], [of+papers]',
        queue: 'paper, unread, [votes+unread], [published+unread], [status+since]',
        touched: '[entry+part], *papers',
        searches: 'id',
        alike: '[one+other], other, found',
      })
      .upgrade(async (change) => {
        await change.table('settings').bulkPut([
          { name: 'counting', value: {} },
          { name: 'touching', value: {} },
        ]);
      });
    this.version(5).stores({ citationKeys: 'paper, folded' });
    this.on(
      'populate',
      () =>
        void this.settings.bulkAdd([
          { name: 'revision', value: 0 },
          { name: 'papers', value: 0 },
          { name: 'keys', value: KEYS },
        ]),
    );
  }

  /** The tables that a change of the library may write. Each change locks all of them, so there are no others here. */
  get libraryTables(): Table[] {
    const records = [this.papers, this.aliases, this.sightings, this.trash, this.tombstones, this.searches];
    const derived = [this.counts, this.queue, this.touched];
    const beside = [this.citationKeys, this.journal, this.changes, this.settings];
    return [...records, ...derived, ...beside];
  }
}

/**
 * IndexedDB that refuses newer databases. Dexie (since 4.0) would open them again without a version, add what it expects
 * and go on; we would then drop what we do not know.
 */
function strictFactory(): IDBFactory {
  return {
    open: (name, version = SCHEMA_VERSION * 10) => indexedDB.open(name, version),
    deleteDatabase: (name) => indexedDB.deleteDatabase(name),
    cmp: (a, b) => indexedDB.cmp(a, b),
    databases: () => indexedDB.databases(),
  };
}
