/** Brings old rows and the search index up to date while the worker lives, one call at a time. */
import { browser } from '#imports';
import type { OffprintDatabase } from '@/storage/database';
import { papersIndex } from '@/storage/search/families/papers-index';
import { tendIndex } from '@/storage/search/upkeep/tend-index';
import { upgradeStep } from '@/storage/upgrade-rows';

/** The browser stops a worker 30 seconds after its last event or call of an API. */
const STIR_MS = 20_000;

/** Returns a function that starts the work or, if it is running, asks for another round. It never throws. */
export function createTender(db: OffprintDatabase): () => void {
  let running = false;
  let wanted = false;

  async function work(): Promise<void> {
    running = true;
    let stirred = Date.now();
    const stir = async () => {
      if (Date.now() - stirred < STIR_MS) return;
      stirred = Date.now();
      await browser.runtime.getPlatformInfo();
    };
    try {
      while (wanted) {
        wanted = false;
        while (await upgradeStep(db, new Date().toISOString())) await stir();
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
