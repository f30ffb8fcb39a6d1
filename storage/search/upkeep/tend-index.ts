/**
 * The worker's part: keeps an index up to date with the library. Each step ends in one transaction, and the next one
 * starts from what is in the database, so the worker may be stopped between any two.
 */
import { dropIndex } from '../rows/drop-index';
import { isOutdated, readState, segmentsIn } from '../rows/index-state';
import type { IndexStore } from '../rows/index-store';
import { DamagedIndex } from '../segment/chunk-key';
import { freeze } from './freeze';
import { MOST_SEGMENTS } from './merge-policy';
import { mergeStep } from './merge-step';
import { endSweep, sweep } from './sweep';

/** How often a damaged index is thrown away in one call. */
const MOST_REPAIRS = 2;
/** Failed steps in a row, because another worker had changed the index. */
const MOST_TRIES = 10;

/** Works until nothing is left to do. Awaits `onStep` after each step. */
export async function tendIndex(
  store: IndexStore,
  onStep: () => Promise<void> = async () => {},
): Promise<void> {
  for (let repairs = 0, tries = 0, work = true; work; ) {
    try {
      work = await tendOnce(store);
      tries = 0;
      await onStep();
    } catch (error) {
      if (!(error instanceof DamagedIndex) || ++tries >= MOST_TRIES || repairs >= MOST_REPAIRS) throw error;
      if (await dropIndex(store, 'damaged', error.segments)) repairs++;
    }
  }
}

/** One step of the most urgent work. Returns false if there is none. */
export async function tendOnce(store: IndexStore): Promise<boolean> {
  const stored = (await store.tables.index.get('state'))?.value;
  if (isOutdated(stored, store.family.version)) {
    await dropIndex(store, 'outdated', segmentsIn(stored));
    return true;
  }
  // New papers come first, as long as there are not too many segments to search.
  const { segments } = await readState(store);
  if (segments.length < 2 * MOST_SEGMENTS && ((await freeze(store)) || (await sweep(store)))) return true;
  if ((await mergeStep(store)) || (await freeze(store))) return true;
  await endSweep(store);
  return false;
}
