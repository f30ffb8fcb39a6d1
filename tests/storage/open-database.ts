/** A fresh database for every test, in memory. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { onTestFinished } from 'vitest';
import { OffprintDatabase } from '@/storage/database';
import { type Batch, stage } from '@/storage/import/staging';
import { createTaskSteps } from '@/storage/tasks';
import { recordOf } from '@/utils/paper/record';
import type { ExportedPaper } from '@/utils/paper/schema';

// Dexie notes the global `indexedDB` when it is loaded, which may have been before the fake one stood there.
Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

let opened = 0;

/** Closed and deleted when the test ends. */
export function openDatabase(): OffprintDatabase {
  const db = new OffprintDatabase(freshName());
  onTestFinished(() => db.delete());
  return db;
}

/** For properties, which need one per run. */
export async function withDatabase(body: (db: OffprintDatabase) => Promise<void>): Promise<void> {
  const db = new OffprintDatabase(freshName());
  try {
    await body(db);
  } finally {
    await db.delete();
  }
}

export function freshName(): string {
  return `offprint-${++opened}`;
}

/** Every row of every table, to tell whether anything at all was written. */
export async function everything(db: OffprintDatabase): Promise<Record<string, unknown[]>> {
  return Object.fromEntries(
    await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
}

export async function revisionOf(db: OffprintDatabase): Promise<unknown> {
  return (await db.settings.get('revision'))?.value;
}

/** The name under which tests stage papers. */
export const BATCH = '2026-09-28T06:00:00.000Z test';

/** Sets the papers of a library's file down under it; answers with the number of parts. */
export async function stageFile(db: OffprintDatabase, papers: readonly ExportedPaper[]): Promise<number> {
  return stage(db, BATCH, papers.map(recordOf), 'library', () => {});
}

/** Does all that is under way. */
export async function runTasks(db: OffprintDatabase, now: string): Promise<void> {
  const step = createTaskSteps(db);
  while (await step(now));
}

/** All that is staged under it. */
export async function allStaged(db: OffprintDatabase): Promise<Batch> {
  return { batch: BATCH, parts: await db.staged.where({ batch: BATCH }).count() };
}
