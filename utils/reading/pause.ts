/** Long work that leaves the page its turn. */

/** Work at a stretch, in ms: two frames. */
const STRETCH_MS = 30;

/**
 * A function to call now and then during long work: it lets everything else have its turn, but only when the work has
 * gone on for two frames, because every turn costs some milliseconds. `now` is a clock in ms.
 */
export function createPause(now: () => number): () => Promise<void> {
  let begun = now();
  return async () => {
    if (now() - begun < STRETCH_MS) return;
    await new Promise((resume) => setTimeout(resume));
    begun = now();
  };
}
