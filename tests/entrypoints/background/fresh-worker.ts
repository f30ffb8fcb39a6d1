/** A worker over an empty library, another one for each test of the file that loads this. Its warnings are kept silent. */
import { beforeEach, vi } from 'vitest';
import type { Effects } from '@/entrypoints/background/effects';
import type { OffprintDatabase } from '@/storage/database';
import { openDatabase } from '@/tests/storage/open-database';
import { listing, startWorker } from './worker';

/** What a listing asks about cards. */
export const NAMES = ['saveCards', 'sightCards', 'unsaveCards'] as const;

export let db: OffprintDatabase;
export let worker: Awaited<ReturnType<typeof startWorker>>;

beforeEach(async () => {
  db = openDatabase();
  worker = await startWorker(db);
  vi.spyOn(console, 'warn')
    .mockReset()
    .mockImplementation(() => {});
});

/** Puts other effects in the place of the worker's. */
export async function restart(changes: Partial<Effects>): Promise<void> {
  worker = await startWorker(db, changes);
}

export function ask(name: (typeof NAMES)[number], data: unknown, sender = listing()) {
  return worker[name]({ data, sender });
}
