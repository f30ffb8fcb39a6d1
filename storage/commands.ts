/**
 * Every way the library changes: one exported function is one intention of the user and one transaction, and resolves
 * after the commit. Each reads what the change is about, decides in memory and writes; storage/change/README.md tells
 * more. Only the background worker calls these. `now` is a moment (ISO).
 */

import { httpUrl } from '@/utils/paper/clean-field';
import { strongKeys } from '@/utils/paper/identity';
import { normalise, type Statement, saidBy } from '@/utils/paper/normalise';
import type { Gone, PaperCard, Sighting } from '@/utils/paper/schema';
import type { Stamp } from '@/utils/paper/stamp';
import type { Draft } from './change/draft';
import { changesOf, type Deed, type Intention, record } from './change/journal';
import { changesPaper, lockTakenBack, sightStatement } from './change/look';
import { findMatches } from './change/matches';
import { readDraft, readDraftAlone, readRecords, readRivals } from './change/read-draft';
import { moveToTrash, restore, saveRecord, saveStatement } from './change/records';
import { ownerOf, type Reverted, revertChanges, settle, wasCreated } from './change/revert';
import { saveCopy } from './change/save-copy';
import type { OffprintDatabase } from './database';
import { Failure } from './failure';
import { noteGone } from './import/note-gone';
import { type Batch, fileRecords, unstage } from './import/staging';
import { lastUndoable } from './library';

/** A command's journal entry, by which it is undone; undefined if nothing changed. */
export type Entry = number | undefined;

/**
 * Saves cards, each as a new record or into the one it belongs to. If one card has nothing to identify it by,
 * none is saved. Calls with the same `run` are one step to undo.
 */
export async function saveCards(
  db: OffprintDatabase,
  cards: readonly PaperCard[],
  now: string,
  run?: string,
): Promise<Entry> {
  const statements = statementsOf(cards, now);
  if (statements.length < cards.length) throw new Failure('unnamed');
  const deed = { intention: 'save', from: listingOf(cards), ...(run && { run }) } as const;
  const read = () => readDraft(db, statements.map(saidBy));
  return change(db, deed, now, read, (draft, stamp) => {
    for (const statement of statements) saveStatement(draft, statement, now, stamp);
  });
}

/** Moves the papers on these cards to the trash. */
export async function unsaveCards(
  db: OffprintDatabase,
  cards: readonly PaperCard[],
  now: string,
): Promise<Entry> {
  const statements = statementsOf(cards, now);
  const deed = { intention: 'remove', from: listingOf(cards) } as const;
  const read = () => readDraft(db, statements.map(saidBy));
  return change(db, deed, now, read, (draft) => {
    const found = statements.map((statement) => {
      const said = saidBy(statement);
      const papers = findMatches(draft, said);
      const strong = strongKeys(said);
      return papers.find((paper) => strongKeys(paper).some((key) => strong.includes(key))) ?? papers[0];
    });
    for (const paper of found) if (paper) moveToTrash(draft, paper.id, now);
  });
}

/** What the library knows of the cards on a page, and what it learns from them. */
export interface Look {
  /** Card by card, whether it is saved. */
  saved: boolean[];
  /** Adds sightings and missing fields to the papers that are saved. May be called later, or never. */
  write(): Promise<void>;
}

/** Looks at the cards on a page. What they change of a paper stands in the history, paper by paper. Writes nothing yet. */
export async function sightCards(
  db: OffprintDatabase,
  cards: readonly PaperCard[],
  now: string,
): Promise<Look> {
  const statements = cards.map((card) => normalise(card, now));
  const named = statements.filter((statement) => statement !== undefined);
  // Most visits change nothing, and a read transaction blocks no writer.
  const seen = await readDraftAlone(db, named.map(saidBy));
  const telling = named.filter((statement) => changesPaper(seen, statement));
  const saved = new Set(named.filter((statement) => sightStatement(seen, statement)));
  const write = async () => {
    if (seen.changes().length > 0) await writeLook(db, named, telling, now);
  };
  return { saved: statements.map((statement) => statement !== undefined && saved.has(statement)), write };
}

/** `telling` are the statements that change a paper. If another one does by now, it is left to the next look. */
async function writeLook(
  db: OffprintDatabase,
  statements: readonly Statement[],
  telling: readonly Statement[],
  now: string,
): Promise<void> {
  await db.transaction('rw', db.libraryTables, async () => {
    for (const statement of telling)
      await change(
        db,
        { intention: 'look' },
        now,
        () => readDraft(db, [saidBy(statement)]),
        (draft) => {
          if (changesPaper(draft, statement)) sightStatement(draft, statement);
        },
      );
    const read = () => readDraft(db, statements.map(saidBy));
    await change(db, { intention: 'sight' }, now, read, (draft) => {
      for (const statement of statements)
        if (!changesPaper(draft, statement)) sightStatement(draft, statement);
    });
  });
}

/** Moves papers to the trash. */
export async function removePapers(
  db: OffprintDatabase,
  ids: readonly string[],
  now: string,
): Promise<Entry> {
  return changeEach(db, 'remove', ids, now, (draft, id) => moveToTrash(draft, id, now));
}

/** Brings papers back from the trash. */
export async function restorePapers(
  db: OffprintDatabase,
  ids: readonly string[],
  now: string,
): Promise<Entry> {
  return changeEach(db, 'restore', ids, now, restore);
}

/**
 * Merges the staged papers of a batch into the library, as one entry; `onProgress` hears how many are done. Nothing is
 * kept unless all of it is.
 */
export async function importStaged(
  db: OffprintDatabase,
  { batch, parts }: Batch,
  now: string,
  onProgress: (done: number) => void,
): Promise<Entry> {
  return record(db, { intention: 'import' }, now, async (write, stamp) => {
    const keys = await db.staged.where({ batch }).primaryKeys();
    if (keys.length !== parts) throw new Failure('refused'); // given up meanwhile
    let done = 0;
    const file = await fileRecords(db, batch);
    const gone: Gone[] = [];
    for (const key of keys) {
      const { records = [], source, gone: ids = [] } = (await db.staged.get(key)) ?? {};
      const draft = await readDraft(
        db,
        records.map(({ paper }) => paper),
      );
      const save = source === 'backup' ? saveCopy : saveRecord;
      for (const one of records) save(draft, one, file, stamp);
      await write(draft);
      gone.push(...ids);
      done += records.length;
      onProgress(done);
    }
    await noteGone(db, gone); // last: no record of this file is gone
    await unstage(db, batch);
  });
}

/** Changes undone in one step. */
const PART = 2000;

/**
 * Undoes one journal entry: the given one, or the last one made on the listing `from`, or the last one of all. What was
 * changed since then stays. Undoing an undo redoes it.
 */
export async function undo(
  db: OffprintDatabase,
  which: number | { from?: string },
  now: string,
): Promise<Entry> {
  const deed: Intention = { intention: 'undo' };
  return record(db, deed, now, async (write) => {
    const journalled =
      typeof which === 'number' ? await db.journal.get(which) : await lastUndoable(db, which.from);
    if (!journalled || journalled.undoneBy) throw new Failure('refused');
    deed.of = journalled.entry;
    const changes = await changesOf(db, journalled.entry);
    const papers = changes.filter((one) => one.table === 'papers');
    const created = new Set(papers.filter(wasCreated).map(ownerOf));
    const lifted: Sighting[] = [];
    const reverted: Reverted = { back: new Set(), kept: 0 };
    for (let end = changes.length; end > 0; end -= PART) {
      const part = changes.slice(Math.max(0, end - PART), end);
      const draft = await readRecords(db, part.map(ownerOf));
      revertChanges(draft, part, created, lifted, reverted, now);
      if (journalled.intention === 'look') lockTakenBack(draft, part);
      await write(draft);
    }
    if (reverted.kept > 0) deed.kept = reverted.kept;
    const named = changes.filter(({ table }) => table === 'papers' || table === 'aliases');
    const owners = [...new Set(named.map(ownerOf))];
    for (let from = 0; from < owners.length; from += PART) {
      const ids = owners.slice(from, from + PART);
      const draft = await readRivals(db, await readRecords(db, ids), ids);
      for (const id of ids) settle(draft, id);
      await write(draft);
    }
  });
}

/** One intention that does the same to each of some records. */
async function changeEach(
  db: OffprintDatabase,
  intention: 'remove' | 'restore',
  ids: readonly string[],
  now: string,
  decide: (draft: Draft, id: string) => void,
): Promise<Entry> {
  const read = () => readRecords(db, ids);
  return change(db, { intention }, now, read, (draft) => {
    for (const id of ids) decide(draft, id);
  });
}

/** One intention in one step: read what it is about, decide, write. */
async function change(
  db: OffprintDatabase,
  deed: Deed,
  now: string,
  read: () => Promise<Draft>,
  decide: (draft: Draft, stamp: Stamp) => void,
): Promise<Entry> {
  return record(db, deed, now, async (write, stamp) => {
    const draft = await read();
    decide(draft, stamp);
    await write(draft);
  });
}

function statementsOf(cards: readonly PaperCard[], now: string): Statement[] {
  return cards.map((card) => normalise(card, now)).filter((statement) => statement !== undefined);
}

/** The listing that cards are on, as the page calls it; '' if it is unknown. The history knows a change by it. */
export function listingOf([card]: readonly Pick<PaperCard, 'listing'>[]): string {
  return httpUrl(card?.listing) ?? '';
}
