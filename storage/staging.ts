/** Papers of a file on their way into the library: set down beside it, looked over, then imported by the worker. */

import { exportPaper } from '@/utils/formats/json';
import { keysOf } from '@/utils/identity';
import { type LibraryRecord, recordOf } from '@/utils/library-record';
import { mergeSightings, unite } from '@/utils/merge';
import type { ExportedPaper, Paper, Sighting } from '@/utils/paper';
import type { Alias, OffprintDatabase } from './database';
import { type Apart, findMatches, isOneInFile, type Thing, wouldJoin } from './matches';

/** Papers in one row of the table `staged`, and in one step of the import. */
export const PART = 500;

/** The staged papers of one import. */
export interface Batch {
  batch: string;
  parts: number;
}

/** What importing a staged paper would do. */
export type Outcome = 'new' | 'merged' | 'unchanged';

/** Per outcome how many papers have it, and the titles of the first of them. */
export type Preview = Record<Outcome, { count: number; titles: string[] }>;

/** Titles told per outcome. */
const SHOWN = 100;

/** What was given up without a word (a closed window) is cleared away after a day. */
const GIVEN_UP_MS = 24 * 60 * 60 * 1000;

/**
 * Sets papers down for import; `batch` begins with the present moment (ISO) and `onProgress` hears how many are down.
 * Answers with the number of parts.
 */
export async function stage(
  db: OffprintDatabase,
  batch: string,
  papers: readonly ExportedPaper[],
  onProgress: (done: number) => void,
): Promise<number> {
  const old = new Date(Date.parse(batch.slice(0, 24)) - GIVEN_UP_MS).toISOString();
  await db.staged.where('batch').below(old).delete();
  await unstage(db, batch);
  const parts = Math.ceil(papers.length / PART);
  for (let part = 0; part < parts; part++) {
    await db.staged.add({ batch, part, papers: papers.slice(part * PART, (part + 1) * PART) });
    onProgress(Math.min((part + 1) * PART, papers.length));
  }
  return parts;
}

/** Forgets the papers of a batch. */
export async function unstage(db: OffprintDatabase, batch: string): Promise<void> {
  await db.staged.where({ batch }).delete();
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
  };
  const seen: Seen = { keys: new Map(), grown: new Map() };
  let done = 0;
  const apart = await stagedApart(db, batch);
  for (const key of await db.staged.where({ batch }).primaryKeys()) {
    const records = ((await db.staged.get(key))?.papers ?? []).map(recordOf);
    const outcomes = await outcomesOf(db, records, seen, apart);
    records.forEach(({ paper }, index) => {
      const row = found[outcomes[index] ?? 'new'];
      if (row.count++ < SHOWN) row.titles.push(paper.title ?? paper.id);
    });
    done += records.length;
    onProgress(done);
  }
  return found;
}

/** The staged papers as those of one file. */
export async function stagedApart(db: OffprintDatabase, batch: string): Promise<Apart> {
  const apart = new Map<string, string>();
  await db.staged.where({ batch }).each(({ papers }) => {
    for (const { id, savedAt } of papers) apart.set(id, savedAt);
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
  const keys = papers.map((paper) => [...new Set([paper.id, ...keysOf(paper)])]);
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
  apart: Apart,
): Promise<Outcome[]> {
  const papers = records.map(({ paper }) => paper);
  const matches = await findMatches(db, papers, 'papers', apart);
  const trashed = await findMatches(db, papers, 'trash', apart);
  const outcomes: Outcome[] = [];
  for (const [index, record] of records.entries()) {
    const [existing, ...others] = (matches[index] ?? []).filter(({ id }) => {
      const grown = seen.grown.get(id);
      return !grown || wouldJoin(record.paper, grown);
    });
    const keys = keysOf(record.paper);
    const twice = keys.some((key) =>
      seen.keys.get(key)?.some((earlier) => isOneInFile(record.paper, earlier)),
    );
    for (const key of keys) seen.keys.set(key, [...(seen.keys.get(key) ?? []), namesOf(record.paper)]);
    if (existing) seen.grown.set(existing.id, namesOf(unite(existing, record.paper)));
    const joins = twice || others.length > 0 || (trashed[index]?.length ?? 0) > 0;
    if (!existing) outcomes.push(joins ? 'merged' : 'new');
    else outcomes.push(!joins && (await addsNothing(db, existing, record)) ? 'unchanged' : 'merged');
  }
  return outcomes;
}

/** What identity looks at, without the long rest. */
function namesOf({ id, savedAt, title, identifiers, authors, publishedAt }: Paper): Thing {
  return { id, savedAt, title, identifiers, authors: authors.slice(0, 1), publishedAt };
}

async function addsNothing(db: OffprintDatabase, existing: Paper, record: LibraryRecord): Promise<boolean> {
  const known = await db.sightings.where('paper').equals(existing.id).toArray();
  const after = new Map(known.map((sighting) => [placeOf(sighting), sighting]));
  for (const sighting of record.sightings) {
    const before = after.get(placeOf(sighting));
    after.set(placeOf(sighting), before ? mergeSightings(before, sighting) : sighting);
  }
  const told = (paper: Paper, sightings: Iterable<Sighting>) =>
    JSON.stringify(exportPaper(paper, [...sightings]));
  return told(existing, known) === told(unite(existing, record.paper), after.values());
}

function placeOf({ site, url }: Sighting): string {
  return `${site} ${url}`;
}
