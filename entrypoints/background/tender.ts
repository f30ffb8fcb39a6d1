/** Brings old rows and the search index up to date while the worker lives, one call at a time. */
import type { OffprintDatabase } from '@/storage/database';
import { deriveStep } from '@/storage/derive-step';
import { papersIndex } from '@/storage/search/families/papers-index';
import { tendIndex } from '@/storage/search/upkeep/tend-index';
import { upgradeStep } from '@/storage/upgrade-rows';
import { createStir } from './stir';

/** Returns a function that starts the work or, if it is running, asks for another round. It never throws. */
export function createTender(db: OffprintDatabase): () => void {
  let running = false;
  let wanted = false;

  async function work(): Promise<void> {
    running = true;
    const stir = createStir();
    try {
      while (wanted) {
        wanted = false;
        while (await upgradeStep(db, new Date().toISOString())) await stir();
        while (await deriveStep(db)) await stir();
        await tendIndex(papersIndex(db), stir);
      }
    } catch (error) {
      console.warn('[offprint]', error); // the next change or page tries again
    } finally {
      running = false;
    }
  }

  return () => {
    wanted = true;
    if (!running) void work();
  };
}
