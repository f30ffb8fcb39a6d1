/** Keeps the page responsive during long work. */

/** Work between two pauses, in ms: two frames. */
const STRETCH_MS = 30;

/**
 * Returns a function to call regularly during long work. It yields to the event loop, but only after two frames of
 * work, because every yield costs some milliseconds. `now` is a clock in ms.
 */
export function createPause(now: () => number): () => Promise<void> {
  let begun = now();
  return async () => {
    if (now() - begun < STRETCH_MS) return;
    await new Promise((resume) => setTimeout(resume));
    begun = now();
  };
}
