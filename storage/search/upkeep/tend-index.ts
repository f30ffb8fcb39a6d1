/**
 * Keeps the index up with the library: the worker's part. Each step ends in one transaction, and the next one goes by
 * what stands in the database, so the worker may be stopped between any two.
 */
import type { OffprintDatabase } from '@/storage/database';
import { dropIndex } from '../rows/drop-index';
import { isOutdated, readState, segmentsIn } from '../rows/index-state';
import { DamagedIndex } from '../segment/chunk-key';
import { freeze } from './freeze';
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
