/**
 * Returns a function that calls `work` once for all calls within `ms`. If `work` is still running then, it is called again
 * afterwards. It never throws.
 */
export function createSoon(work: () => Promise<unknown>, ms: number): () => void {
  let waiting = false;
  let running = false;

  async function run(): Promise<void> {
    waiting = false;
    if (running) return soon();
    running = true;
    await work().catch((error) => console.warn('[offprint]', error));
    running = false;
  }

  function soon(): void {
    if (!waiting) setTimeout(run, ms);
    waiting = true;
  }

  return soon;
}
