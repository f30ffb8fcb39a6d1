/**
 * Keeps the index up with the library: the worker's part. Each step ends in one transaction, and the next one goes by
 * what stands in the database, so the worker may be stopped between any two.
 */
import type { OffprintDatabase } from '@/storage/database';
import { DamagedIndex } from '../page/chunk-cache';
import { INDEX_VERSION } from '../segment/segment';
import { freeze } from './freeze';
import { type IndexState, NO_INDEX, readState } from './index-rows';
import { MOST_SEGMENTS } from './merge-policy';
import { mergeStep } from './merge-step';

/** Works until nothing is left to do; `onStep` is awaited after each step. */
export async function tendIndex(
  db: OffprintDatabase,
  onStep: () => Promise<void> = async () => {},
): Promise<void> {
  for (let repairs = 0, work = true; work; ) {
    try {
      work = await tendOnce(db);
      await onStep();
    } catch (error) {
      if (!(error instanceof DamagedIndex) || ++repairs > 2) throw error;
      await dropIndex(db, 'damaged');
    }
  }
}

/** One step of what is most wanted; false if nothing is. */
export async function tendOnce(db: OffprintDatabase): Promise<boolean> {
  const state = (await db.index.get('state'))?.value as { version?: number } | undefined;
  if (state && state.version !== INDEX_VERSION) {
    await dropIndex(db, 'outdated');
    return true;
  }
  // What is new comes first, as long as there are not too many segments to search.
  const { segments } = await readState(db);
  if (segments.length < 2 * MOST_SEGMENTS && (await freeze(db))) return true;
  return (await mergeStep(db)) || (await freeze(db));
}

/**
 * Forgets the index, in one transaction; it is built anew from the papers. Numbers of segments are never given again:
 * a page may still hold pieces of those that had them.
 */
export async function dropIndex(db: OffprintDatabase, reason: 'damaged' | 'outdated'): Promise<void> {
  const tables = [db.index, db.segments, db.chunks, db.deletions];
  await db.transaction('rw', tables, async () => {
    const next = Number(((await db.index.get('state'))?.value as Partial<IndexState> | undefined)?.next ?? 1);
    for (const table of tables) await table.clear();
    await db.index.put({ name: 'state', value: { ...NO_INDEX, next } satisfies IndexState });
    if (reason === 'damaged') await db.index.put({ name: 'damage', value: true });
  });
}

/** Whether the index was found damaged, by whomever; only the first to ask hears of it. */
export async function heardOfDamage(db: OffprintDatabase): Promise<boolean> {
  return db.transaction('rw', db.index, async () => {
    const damaged = (await db.index.get('damage')) !== undefined;
    if (damaged) await db.index.delete('damage');
    return damaged;
  });
}
