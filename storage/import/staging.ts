/** Papers on their way into the library: set down beside it, looked over (preview.ts), then imported by the worker. */

import type { Alias, OffprintDatabase } from '@/storage/database';
import { type Apart, findMatches, searchedKeys } from '@/storage/matches';
import { keysOf } from '@/utils/paper/identity';
import type { LibraryRecord } from '@/utils/paper/record';
import type { Paper } from '@/utils/paper/schema';

/** Papers in one row of the table `staged`, and in one step of the import. */
export const PART = 500;

/** The staged papers of one import. */
export interface Batch {
  batch: string;
  parts: number;
}

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
