/** Work that lasts longer than the browser lets an idle worker live. */
import { browser } from '#imports';

/** The browser stops a worker 30 seconds after its last event or call of an API. */
const STIR_MS = 20_000;

/** Returns a function to call again and again in long work: it calls an API when it is time to. */
export function createStir(): () => Promise<void> {
  let stirred = Date.now();
  return async () => {
    if (Date.now() - stirred < STIR_MS) return;
    stirred = Date.now();
    await browser.runtime.getPlatformInfo();
  };
}
