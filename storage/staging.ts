/** Papers of a file on their way into the library: set down beside it, looked over, then imported by the worker. */

import { exportPaper } from '@/utils/formats/json';
import { keysOf } from '@/utils/identity';
import type { LibraryRecord } from '@/utils/library-record';
import { mergeSightings, unite } from '@/utils/merge';
import type { Paper, Sighting } from '@/utils/paper';
import { present } from '@/utils/present';
import { cut, oneLine } from '@/utils/text';
import type { Alias, OffprintDatabase } from './database';
import { type Apart, findMatches, isOneInFile, searchedKeys, type Thing, wouldJoin } from './matches';

/** Papers in one row of the table `staged`, and in one step of the import. */
export const PART = 500;

/** The staged papers of one import. */
export interface Batch {
  batch: string;
  parts: number;
}

/** What importing a staged paper would do. */
export type Outcome = 'new' | 'merged' | 'unchanged';

/** Two ways to be merged that are told apart: into what lies in the trash, and into an earlier paper of the batch. */
export type RowOutcome = Outcome | 'trashed' | 'twice';

/** One staged paper, as a list to choose from shows it. */
export interface Row {
  outcome: RowOutcome;
  title?: string;
  /** How its abstract begins, where there is no title. */
  begins?: string;
  year?: string;
}

/** Per outcome how many papers have it, and the titles of the first of them. */
export interface Preview extends Record<Outcome, { count: number; titles: string[] }> {
  /** Every paper, if they came from a page or text; a library is imported as a whole. */
  rows: Row[];
}

/** Titles told per outcome. */
const SHOWN = 100;
/** UTF-16 units by which a paper without a title is named. */
const BEGINNING = 90;

/** What was given up without a word (a closed window) is cleared away after a day. */
const GIVEN_UP_MS = 24 * 60 * 60 * 1000;

/**
 * Sets records down for import; `batch` begins with the present moment (ISO), `apart` tells whether a library told them
 * apart, and `onProgress` hears how many are down. Answers with the number of parts.
 */
export async function stage(
  db: OffprintDatabase,
  batch: string,
  records: readonly LibraryRecord[],
  apart: boolean,
  onProgress: (done: number) => void,
): Promise<number> {
  const old = new Date(Date.parse(batch.slice(0, 24)) - GIVEN_UP_MS).toISOString();
  await db.staged.where('batch').below(old).delete();
  await unstage(db, batch);
  const parts = Math.ceil(records.length / PART);
  for (let part = 0; part < parts; part++) {
    await db.staged.add({ batch, part, records: records.slice(part * PART, (part + 1) * PART), apart });
    onProgress(Math.min((part + 1) * PART, records.length));
  }
  return parts;
}

/** Forgets the papers of a batch. */
export async function unstage(db: OffprintDatabase, batch: string): Promise<void> {
  await db.staged.where({ batch }).delete();
}

/** Keeps what `change` makes of each staged record (undefined: none); `place` counts from 0 through the whole batch. */
export async function amend(
  db: OffprintDatabase,
  batch: string,
  change: (record: LibraryRecord, place: number) => LibraryRecord | undefined,
): Promise<void> {
  await db.transaction('rw', db.staged, async () => {
    let place = 0;
    for (const row of await db.staged.where({ batch }).toArray()) {
      const records = row.records.map((record) => change(record, place++));
      await db.staged.put({ ...row, records: records.filter((record) => record !== undefined) });
    }
  });
}

/** What importing the staged papers would do to the library as it is now. */
export async function preview(
  db: OffprintDatabase,
  batch: string,
  onProgress: (done: number) => void,
): Promise<Preview> {
  const found: Preview = {
    new: { count: 0, titles: [] },
    merged: { count: 0, titles: [] },
    unchanged: { count: 0, titles: [] },
    rows: [],
  };
  const seen: Seen = { keys: new Map(), grown: new Map() };
  let done = 0;
  const apart = await stagedApart(db, batch);
  for (const key of await db.staged.where({ batch }).primaryKeys()) {
    const row = await db.staged.get(key);
    const records = row?.records ?? [];
    const outcomes = await outcomesOf(db, records, seen, row?.apart ? apart : undefined);
    records.forEach(({ paper }, index) => {
      const told = outcomes[index] ?? 'new';
      const outcome = told === 'trashed' || told === 'twice' ? 'merged' : told;
      if (found[outcome].count++ < SHOWN) found[outcome].titles.push(paper.title ?? paper.id);
      if (!row?.apart) found.rows.push(rowOf(paper, told));
    });
    done += records.length;
    onProgress(done);
  }
  return found;
}

function rowOf({ title, abstract, publishedAt }: Paper, outcome: RowOutcome): Row {
  const begins = title ? undefined : abstract && cut(oneLine(abstract.slice(0, 4 * BEGINNING)), BEGINNING);
  return present<Row>({ outcome, title, begins, year: publishedAt?.slice(0, 4) });
}

/** Whether a batch comes from a library's own file. */
export async function isBackup(db: OffprintDatabase, batch: string): Promise<boolean> {
  return (await db.staged.where({ batch }).first())?.apart === true;
}

/** The staged papers as those of one file, if a library told them apart. */
export async function stagedApart(db: OffprintDatabase, batch: string): Promise<Apart> {
  const apart = new Map<string, string>();
  await db.staged.where({ batch }).each((row) => {
    if (row.apart) for (const { paper } of row.records) apart.set(paper.id, paper.savedAt);
  });
  return apart;
}

/** Parts records that meet nothing in the library and nothing among themselves from those that must be merged. */
export async function partFresh(
  db: OffprintDatabase,
  records: readonly LibraryRecord[],
  apart?: Apart,
): Promise<{ fresh: LibraryRecord[]; others: LibraryRecord[] }> {
  const papers = records.map(({ paper }) => paper);
  const matches = await findMatches(db, papers, 'papers', apart);
  const trashed = await findMatches(db, papers, 'trash', apart);
  const taken = new Set([
    ...(await db.papers.bulkGet(papers.map(({ id }) => id))).map((paper) => paper?.id),
    ...(await db.tombstones.bulkGet(papers.map(({ id }) => id))).map((tombstone) => tombstone?.id),
    ...(
      await db.aliases
        .where('key')
        .anyOf(papers.map(({ id }) => id))
        .toArray()
    ).map(({ key }) => key),
  ]);
  const uses = new Map<string, number>();
  const keys = papers.map((paper) => [...new Set([paper.id, ...searchedKeys(paper)])]);
  for (const key of keys.flat()) uses.set(key, (uses.get(key) ?? 0) + 1);
  const isFresh = (index: number) =>
    matches[index]?.length === 0 &&
    trashed[index]?.length === 0 &&
    !taken.has(papers[index]?.id) &&
    keys[index]?.every((key) => uses.get(key) === 1);
  return {
    fresh: records.filter((_, index) => isFresh(index)),
    others: records.filter((_, index) => !isFresh(index)),
  };
}

/** All aliases of a record that has no other keys than its own. */
export function aliasesOf(paper: Paper): Alias[] {
  return [...new Set([paper.id, ...keysOf(paper)])].map((key) => ({ key, paper: paper.id }));
}

/** What the preview remembers of the papers of a file: of each key, and of what each record here would become. */
interface Seen {
  keys: Map<string, Thing[]>;
  grown: Map<string, Thing>;
}

/** `seen` collects the papers of the file, so that a paper that stands in it twice is told as merged. */
async function outcomesOf(
  db: OffprintDatabase,
  records: readonly LibraryRecord[],
  seen: Seen,
  apart: Apart | undefined,
): Promise<RowOutcome[]> {
  const papers = records.map(({ paper }) => paper);
  const matches = await findMatches(db, papers, 'papers', apart);
  const trashed = await findMatches(db, papers, 'trash', apart);
  const outcomes: RowOutcome[] = [];
  for (const [index, record] of records.entries()) {
    const [existing, ...others] = (matches[index] ?? []).filter(({ id }) => {
      const grown = seen.grown.get(id);
      return !grown || wouldJoin(record.paper, grown);
    });
    const keys = keysOf(record.paper);
    const twice = keys.some((key) =>
      seen.keys.get(key)?.some((earlier) => (apart ? isOneInFile : wouldJoin)(record.paper, earlier)),
    );
    for (const key of keys) seen.keys.set(key, [...(seen.keys.get(key) ?? []), namesOf(record.paper)]);
    if (existing) seen.grown.set(existing.id, namesOf(unite(existing, record.paper)));
    if (twice && !existing) outcomes.push('twice');
    else if ((trashed[index]?.length ?? 0) > 0) outcomes.push('trashed');
    else if (!existing) outcomes.push('new');
    else if (twice || others.length > 0) outcomes.push('merged');
    else {
      const nothing = await addsNothing(db, existing, record, apart !== undefined);
      outcomes.push(nothing ? 'unchanged' : 'merged');
    }
  }
  return outcomes;
}

/** What identity looks at, without the long rest. */
function namesOf({ id, savedAt, title, identifiers, authors, publishedAt }: Paper): Thing {
  return { id, savedAt, title, identifiers, authors: authors.slice(0, 1), publishedAt };
}

/** `exact`: a library that was there later is news; that a page was seen once more is none. */
async function addsNothing(
  db: OffprintDatabase,
  existing: Paper,
  record: LibraryRecord,
  exact: boolean,
): Promise<boolean> {
  const known = await db.sightings.where('paper').equals(existing.id).toArray();
  const after = new Map(known.map((sighting) => [placeOf(sighting), sighting]));
  for (const sighting of record.sightings) {
    const before = after.get(placeOf(sighting));
    const seen = before && !exact ? { ...sighting, seenAt: before.seenAt } : sighting;
    after.set(placeOf(sighting), before ? mergeSightings(before, seen) : seen);
  }
  const told = (paper: Paper, sightings: Iterable<Sighting>) =>
    JSON.stringify(exportPaper(paper, [...sightings]));
  return told(existing, known) === told(unite(existing, record.paper), after.values());
}

function placeOf({ site, url }: Sighting): string {
  return `${site} ${url}`;
}
