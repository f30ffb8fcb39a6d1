/**
 * Keeps the index up with the library: the worker's part. Each step ends in one transaction, and the next one goes by
 * what stands in the database, so the worker may be stopped between any two.
 */
import type { OffprintDatabase } from '@/storage/database';
import { DamagedIndex } from '../page/chunk-cache';
import { freeze } from './freeze';
import {
  type IndexState,
  indexTables,
  isNumbers,
  isOutdated,
  lastNumber,
  NO_INDEX,
  readState,
  soundState,
} from './index-rows';
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
  const stored = (await db.index.get('state'))?.value;
  if (isOutdated(stored)) {
    await dropIndex(db, 'outdated', segmentsIn(stored));
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
 * are still current or its state is lost: else what was met is no damage, for they were merged meanwhile, or the index
 * was dropped already. Answers with whether it did.
 */
export async function dropIndex(
  db: OffprintDatabase,
  reason: 'damaged' | 'outdated',
  seen: readonly number[] = [],
): Promise<boolean> {
  return db.transaction('rw', indexTables(db), async () => {
    const stored = (await db.index.get('state'))?.value;
    const current = segmentsIn(stored);
    if (!seen.every((segment) => current.includes(segment)) && (await soundState(db))) return false;
    const { next: wanted } = (stored ?? {}) as Partial<IndexState>;
    const next = Math.max(isNumbers([wanted]) ? Number(wanted) : 1, 1 + ((await lastNumber(db)) ?? 0));
    for (const table of indexTables(db)) await table.clear();
    await db.index.put({ name: 'state', value: { ...NO_INDEX, next } satisfies IndexState });
    if (reason === 'damaged') await db.index.put({ name: 'damage', value: true });
    return true;
  });
}

/** The segments that a state names, whatever else is wrong with it. */
function segmentsIn(stored: unknown): number[] {
  const { segments } = (stored ?? {}) as Partial<IndexState>;
  return isNumbers(segments) ? segments : [];
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
