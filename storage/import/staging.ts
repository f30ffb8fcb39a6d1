/** Papers on their way into the library: stored beside it, previewed (preview.ts), then imported by the worker. */

import type { FileRecords } from '@/storage/change/matches';
import type { OffprintDatabase, Staged, StagedSource } from '@/storage/database';
import { tasksUnderWay } from '@/storage/library';
import type { LibraryRecord } from '@/utils/paper/record';

/** Papers in one row of the table `staged`, and in one step of the import. */
export const PART = 100;

/** The staged papers of one import. */
export interface Batch {
  batch: string;
  parts: number;
}

/** Batches that were abandoned (a closed window) are deleted after a day. */
const GIVEN_UP_MS = 24 * 60 * 60 * 1000;

/**
 * Stores records for import and answers with the number of parts. `batch` begins with the present moment (ISO), `source`
 * says where they are from, `onProgress` hears how many are stored, and `beside` is what a backup
 * has beside its records.
 */
export async function stage(
  db: OffprintDatabase,
  batch: string,
  records: readonly LibraryRecord[],
  source: StagedSource,
  onProgress: (done: number) => void,
  beside: Pick<Staged, 'gone' | 'rows'> = {},
): Promise<number> {
  const old = new Date(Date.parse(batch.slice(0, 24)) - GIVEN_UP_MS).toISOString();
  const needed = (await tasksUnderWay(db)).flatMap(({ work }) => ('batch' in work ? work.batch : []));
  const abandoned = db.staged.where('batch').below(old);
  await abandoned.filter((row) => !needed.includes(row.batch)).delete();
  await unstage(db, batch);
  const parts = Math.max(
    Math.ceil(records.length / PART),
    beside.gone?.length || beside.rows?.length ? 1 : 0,
  );
  for (let part = 0; part < parts; part++) {
    const row = { batch, part, records: records.slice(part * PART, (part + 1) * PART), source };
    await db.staged.add(part === 0 ? { ...row, ...beside } : row);
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

/** Whether a batch comes from a library's own file, of either form. */
export async function isFromLibrary(db: OffprintDatabase, batch: string): Promise<boolean> {
  const first = await db.staged.where({ batch }).first();
  return first !== undefined && first.source !== 'cards';
}

/** The staged papers as those of one file, if a library told them apart. */
export async function fileRecords(db: OffprintDatabase, batch: string): Promise<FileRecords> {
  const records = new Map<string, string>();
  await db.staged.where({ batch }).each((row) => {
    if (row.source !== 'cards') for (const { paper } of row.records) records.set(paper.id, paper.savedAt);
  });
  return records;
}
