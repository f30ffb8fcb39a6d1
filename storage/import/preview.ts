/** What importing staged papers would do, before anything is written. */

import type { Draft } from '@/storage/change/draft';
import { type FileRecords, findMatches, isOneInFile, type Thing, wouldJoin } from '@/storage/change/matches';
import { readDraftAlone } from '@/storage/change/read-draft';
import { asSavedHere } from '@/storage/change/records';
import { saveCopy } from '@/storage/change/save-copy';
import { countLaterSearches } from '@/storage/change/search-rows';
import type { OffprintDatabase } from '@/storage/database';
import { laterColours } from '@/storage/tag-notes';
import { recordLine } from '@/utils/formats/json/write-backup';
import { exportPaper } from '@/utils/formats/parts/exported-paper';
import { CANDIDATES, keysOf } from '@/utils/paper/identity';
import { mergeSightings, unite } from '@/utils/paper/merge';
import type { LibraryRecord } from '@/utils/paper/record';
import type { Paper, Sighting } from '@/utils/paper/schema';
import { tagKey } from '@/utils/paper/tags';
import type { LibraryRow } from '@/utils/query/library-row';
import { type Outcome, type Row, type RowOutcome, rowOf } from './row';
import { fileRecords } from './staging';

/** Per outcome how many papers have it, and the titles of the first of them. */
export interface Preview extends Record<Outcome, { count: number; titles: string[] }> {
  /** Every paper, if they came from a page or text; a library is imported as a whole. */
  rows: Row[];
  /** How many tags a backup would give another colour, or take it back. */
  colours: number;
  /** How many saved searches it would bring, change or delete. */
  searches: number;
}

/** Titles shown per outcome. */
const SHOWN = 100;
/** Of the papers of a file so much is remembered: UTF-16 units of an abstract, authors. */
const BEGINNING_OF_ABSTRACT = 1000;
const AUTHORS = 40;

/** What importing the staged papers would do to the library as it is now. */
export async function preview(
  db: OffprintDatabase,
  batch: string,
  onProgress: (done: number) => void,
): Promise<Preview> {
  const found: Preview = {
    new: { count: 0, titles: [] },
    merged: { count: 0, titles: [] },
    trashed: { count: 0, titles: [] },
    discarded: { count: 0, titles: [] },
    unchanged: { count: 0, titles: [] },
    rows: [],
    colours: 0,
    searches: 0,
  };
  const beside: LibraryRow[] = [];
  const carried = new Set<string>();
  const seen: Seen = { keys: new Map(), grown: new Map() };
  let done = 0;
  const file = await fileRecords(db, batch);
  for (const key of await db.staged.where({ batch }).primaryKeys()) {
    const row = await db.staged.get(key);
    const records = row?.records ?? [];
    beside.push(...(row?.rows ?? []));
    const known = new Map<string, string>();
    const outcomes =
      row?.source === 'backup'
        ? await outcomesOfCopies(db, records, file, carried)
        : await outcomesOf(db, records, seen, row?.source === 'library' ? file : undefined, known);
    records.forEach(({ paper }, index) => {
      const told = outcomes[index] ?? 'new';
      const outcome = told === 'twice' ? 'merged' : told;
      if (found[outcome].count++ < SHOWN) found[outcome].titles.push(paper.title ?? paper.id);
      if (row?.source === 'cards') found.rows.push(rowOf(paper, told as RowOutcome, known.get(paper.id)));
    });
    done += records.length;
    onProgress(done);
  }
  found.colours = (await laterColours(db, beside, carried)).length;
  found.searches = await countLaterSearches(db, beside);
  return found;
}

/** What the preview remembers: the papers of the file by key, and what each record of the library would become. */
interface Seen {
  keys: Map<string, Thing[]>;
  grown: Map<string, Thing>;
}

/**
 * `seen` collects the papers of the file, so that a paper that stands in it twice is told as merged; `known` the titles of
 * papers of the library, by the ids of those of the file that are one with them.
 */
async function outcomesOf(
  db: OffprintDatabase,
  records: readonly LibraryRecord[],
  seen: Seen,
  file: FileRecords | undefined,
  known: Map<string, string>,
): Promise<RowOutcome[]> {
  const draft = await readDraftAlone(
    db,
    records.map(({ paper }) => paper),
  );
  const outcomes: RowOutcome[] = [];
  for (const record of records) {
    const [existing, ...others] = findMatches(draft, record.paper, 'papers', file).filter(({ id }) => {
      const grown = seen.grown.get(id);
      return !grown || wouldJoin(record.paper, grown);
    });
    const keys = keysOf(record.paper);
    const twice = keys.some((key) =>
      seen.keys.get(key)?.some((earlier) => (file ? isOneInFile : wouldJoin)(record.paper, earlier)),
    );
    for (const key of keys)
      seen.keys.set(key, [...(seen.keys.get(key) ?? []).slice(-CANDIDATES + 1), namesOf(record.paper)]);
    if (existing?.title) known.set(record.paper.id, existing.title);
    if (existing) seen.grown.set(existing.id, namesOf(unite(existing, record.paper)));
    if (twice && !existing) outcomes.push('twice');
    else if (findMatches(draft, record.paper, 'trash', file).length > 0) outcomes.push('trashed');
    else if (!existing) outcomes.push('new');
    else if (twice || others.length > 0) outcomes.push('merged');
    else outcomes.push(addsNothing(draft, existing, record, file) ? 'unchanged' : 'merged');
  }
  return outcomes;
}

/** A backup's records are joined as the import itself joins them. `carried` collects the keys of the tags they have then. */
async function outcomesOfCopies(
  db: OffprintDatabase,
  records: readonly LibraryRecord[],
  file: FileRecords,
  carried: Set<string>,
): Promise<Outcome[]> {
  const things = records.map(({ paper }) => paper);
  const draft = await readDraftAlone(db, things);
  return records.map((copy) => {
    const whole = (id: string) => wholeRecord(draft, id);
    const ids = new Set([
      copy.paper.id,
      ...findMatches(draft, copy.paper, 'papers', file).map(({ id }) => id),
    ]);
    const before = [...ids].map(whole);
    saveCopy(draft, copy, file, '');
    const after = [...ids].map(whole);
    for (const id of ids)
      for (const tag of (draft.get('papers', id) ?? draft.get('trash', id)?.paper)?.tags ?? [])
        carried.add(tagKey(tag));
    if (JSON.stringify(before) === JSON.stringify(after)) return 'unchanged';
    const [was, is] = [before.find(Boolean), after.find(Boolean)];
    if (is?.trashedAt) return was?.trashedAt ? 'merged' : 'discarded';
    return !was ? 'new' : was.trashedAt ? 'trashed' : 'merged';
  });
}

function wholeRecord(draft: Draft, id: string) {
  const [paper, trashed] = [draft.get('papers', id), draft.get('trash', id)];
  if (paper) return { line: recordLine({ paper, sightings: draft.sightingsOf(id), keys: draft.keysTo(id) }) };
  return (
    trashed && { line: recordLine({ ...trashed, keys: draft.keysTo(id) }), trashedAt: trashed.trashedAt }
  );
}

/** What identity looks at, without the long texts. */
function namesOf({ abstract, authors, ...paper }: Paper): Thing {
  const { id, savedAt, title, identifiers, publishedAt, type, venue, volume, pages, url } = paper;
  const start = abstract?.slice(0, BEGINNING_OF_ABSTRACT);
  return {
    ...{ id, savedAt, title, identifiers, publishedAt, type, venue, volume, pages, url },
    ...{ abstract: start, authors: authors.slice(0, AUTHORS) },
  };
}

/** A later sighting in a library's file counts as news; seeing a page once more does not. */
function addsNothing(
  draft: Draft,
  existing: Paper,
  record: LibraryRecord,
  file: FileRecords | undefined,
): boolean {
  const said = asSavedHere(record.paper, existing, file ?? new Map());
  const known = draft.sightingsOf(existing.id);
  const after = new Map(known.map((sighting) => [placeOf(sighting), sighting]));
  for (const sighting of record.sightings) {
    const before = after.get(placeOf(sighting));
    const seen = before && !file ? { ...sighting, seenAt: before.seenAt } : sighting;
    after.set(placeOf(sighting), before ? mergeSightings(before, seen) : seen);
  }
  const told = (paper: Paper, sightings: Iterable<Sighting>) =>
    JSON.stringify(exportPaper(paper, [...sightings]));
  return told(existing, known) === told(unite(existing, said), after.values());
}

function placeOf({ site, url }: Sighting): string {
  return `${site} ${url}`;
}
