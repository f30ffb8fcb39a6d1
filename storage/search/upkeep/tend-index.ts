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

/** An index that is found damaged again right after it was thrown away is given up. */
const MOST_REPAIRS = 2;
/** Steps in a row that came to nothing because another tender had changed the index. */
const MOST_TRIES = 10;

/** Works until nothing is left to do; `onStep` is awaited after each step. */
export async function tendIndex(
  db: OffprintDatabase,
  onStep: () => Promise<void> = async () => {},
): Promise<void> {
  for (let repairs = 0, tries = 0, work = true; work; ) {
    try {
      work = await tendOnce(db);
      tries = 0;
      await onStep();
    } catch (error) {
      if (!(error instanceof DamagedIndex) || ++tries >= MOST_TRIES || repairs >= MOST_REPAIRS) throw error;
      if (await dropIndex(db, 'damaged', error.segments)) repairs++;
    }
  }
}

/** One step of what is most wanted; false if nothing is. */
export async function tendOnce(db: OffprintDatabase): Promise<boolean> {
  const state = (await db.index.get('state'))?.value as Partial<IndexState> | undefined;
  if (state && state.version !== INDEX_VERSION) {
    await dropIndex(db, 'outdated', state.segments);
    return true;
  }
  // What is new comes first, as long as there are not too many segments to search.
  const { segments } = await readState(db);
  if (segments.length < 2 * MOST_SEGMENTS && (await freeze(db))) return true;
  return (await mergeStep(db)) || (await freeze(db));
}

/**
 * Forgets the index, in one transaction; it is built anew from the papers. Numbers of segments are never given again:
 * a page may still hold pieces of those that had them. Where `seen` is given, it does so only if all of these segments
 * are still current: else what was met is no damage, for they were merged meanwhile, or the index was dropped already.
 * Answers with whether it did.
 */
export async function dropIndex(
  db: OffprintDatabase,
  reason: 'damaged' | 'outdated',
  seen: readonly number[] = [],
): Promise<boolean> {
  const tables = [db.index, db.segments, db.chunks, db.deletions];
  return db.transaction('rw', tables, async () => {
    const state = (await db.index.get('state'))?.value as Partial<IndexState> | undefined;
    if (seen.some((segment) => !state?.segments?.includes(segment))) return false;
    const next = Number(state?.next ?? 1);
    for (const table of tables) await table.clear();
    await db.index.put({ name: 'state', value: { ...NO_INDEX, next } satisfies IndexState });
    if (reason === 'damaged') await db.index.put({ name: 'damage', value: true });
    return true;
  });
}

/** Tells that the index was found damaged, by whomever; of all pages the first one is told, and only once. */
export async function tellOfDamage(db: OffprintDatabase, tell: () => void): Promise<void> {
  if ((await db.index.get('damage')) === undefined) return;
  await db.transaction('rw', db.index, async () => {
    if ((await db.index.get('damage')) === undefined) return;
    tell();
    await db.index.delete('damage');
  });
}
