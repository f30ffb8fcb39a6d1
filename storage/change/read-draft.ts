/** READ: the first step of a change. */
import type { Table } from 'dexie';
import type { OffprintDatabase } from '@/storage/database';
import { CANDIDATES, LOOKED_AT, strongKeys } from '@/utils/paper/identity';
import { Draft } from './draft';
import { namedRecords, searchedKeys, type Thing } from './matches';

/**
 * All that the library knows of some things, and of the records that their keys lead to. Call it in the transaction that
 * writes what is decided.
 */
export async function readDraft(db: OffprintDatabase, things: readonly Thing[]): Promise<Draft> {
  const draft = new Draft();
  const keys = things.map((thing) => [...new Set([...namedRecords(thing), ...searchedKeys(thing)])]);
  await readFew(db, draft, keys);
  await readUsedIds(db, draft, things);
  return draft;
}

/** The same in a transaction of its own, for whoever writes nothing: outside of one, every request would open its own. */
export async function readDraftAlone(db: OffprintDatabase, things: readonly Thing[]): Promise<Draft> {
  const tables = [db.papers, db.aliases, db.sightings, db.trash, db.tombstones];
  return db.transaction('r', tables, async () => readDraft(db, things));
}

/** Some records with their sightings and keys, wherever they lie. */
export async function readRecords(db: OffprintDatabase, ids: readonly string[]): Promise<Draft> {
  const draft = new Draft();
  await readByIds(db, draft, new Set(ids));
  return draft;
}

/** The draft with all other records that the identifiers of some papers lead to. */
export async function readRivals(db: OffprintDatabase, draft: Draft, ids: readonly string[]): Promise<Draft> {
  const papers = ids.map((id) => draft.get('papers', id)).filter((paper) => paper !== undefined);
  await readByKeys(db, draft, new Set(papers.flatMap(strongKeys)));
  return draft;
}

/** Adds all records that keys lead to. */
export async function readByKeys(
  db: OffprintDatabase,
  draft: Draft,
  keys: ReadonlySet<string>,
): Promise<void> {
  const aliases = await rowsWith(db.aliases, 'key', [...keys]);
  for (const alias of aliases) draft.load('aliases', alias);
  await readByIds(db, draft, new Set(aliases.map(({ paper }) => paper)));
}

/** Adds some of the records that the keys of each of several things lead to. */
async function readFew(db: OffprintDatabase, draft: Draft, things: readonly string[][]): Promise<void> {
  const ledTo = new Map<string, string[]>();
  for (const { key, paper } of await rowsWith(db.aliases, 'key', [...new Set(things.flat())], candidatesAt)) {
    draft.load('aliases', { key, paper });
    ledTo.set(key, [...(ledTo.get(key) ?? []), paper]);
  }
  await readByIds(
    db,
    draft,
    new Set(things.flatMap((keys) => fewOf(keys.map((key) => ledTo.get(key) ?? [])))),
  );
}

/** The first of each group, then the second of each, until they are enough: a precise key leads to few, and none is passed over. */
function fewOf(groups: readonly string[][]): string[] {
  const few = new Set<string>();
  for (let place = 0; groups.some((group) => place < group.length); place++)
    for (const { [place]: paper } of groups) {
      if (paper !== undefined) few.add(paper);
      if (few.size >= LOOKED_AT && place > 0) return [...few];
    }
  return [...few];
}

/** Adds records with their sightings and keys, wherever they lie. */
async function readByIds(db: OffprintDatabase, draft: Draft, ids: ReadonlySet<string>): Promise<void> {
  if (ids.size === 0) return;
  const wanted = [...ids];
  const [papers, trash, sightings, aliases] = await Promise.all([
    db.papers.bulkGet(wanted),
    db.trash.bulkGet(wanted),
    rowsWith(db.sightings, 'paper', wanted),
    rowsWith(db.aliases, 'paper', wanted),
  ]);
  for (const paper of papers) if (paper) draft.load('papers', paper);
  for (const trashed of trash) if (trashed) draft.load('trash', trashed);
  for (const sighting of sightings) draft.load('sightings', sighting);
  for (const alias of aliases) draft.load('aliases', alias);
}

/**
 * Asks for each value at once. `anyOf` walks from one to the next by a cursor and waits at each: beside other work that
 * is several times slower (README.md), though faster where nearly all values are missing.
 */
async function rowsWith<Row, Key>(
  table: Table<Row, Key>,
  index: string,
  values: readonly string[],
  most: (value: string) => number = () => Number.POSITIVE_INFINITY,
): Promise<Row[]> {
  const rowsAt = (value: string) => table.where(index).equals(value).limit(most(value)).toArray();
  return (await Promise.all(values.map(rowsAt))).flat();
}

/** More precise keys find the right one among a thousand of one title (weakKeys). */
function candidatesAt(key: string): number {
  return /^(?:text|card):/.test(key) ? 4 : CANDIDATES;
}

/** Notes which of the ids that things might get are taken: by records, or by those that left. */
async function readUsedIds(db: OffprintDatabase, draft: Draft, things: readonly Thing[]): Promise<void> {
  // What is loaded is known to be taken.
  const wanted = things
    .flatMap((thing) => [thing.id, strongKeys(thing)[0]])
    .filter((id) => id !== undefined)
    .filter((id) => draft.isFree(id));
  if (wanted.length === 0) return;
  const [papers, tombstones] = await Promise.all([db.papers.bulkGet(wanted), db.tombstones.bulkGet(wanted)]);
  draft.useIds(wanted.filter((_, index) => papers[index] ?? tombstones[index]));
}
