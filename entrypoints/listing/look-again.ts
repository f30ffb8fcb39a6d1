/** When to ask about all cards again, after the library changed. */

/** Changes within this time (ms) are asked about once. */
const GATHER_MS = 100;

export interface LookAgain {
  /** The library changed. */
  soon(): void;
  /** Asks now what was held back. */
  resume(): void;
}

/**
 * Calls `ask` after changes, only once at a time and not while `isHeld`: with several lists open, saves would wait behind
 * questions until they are given up.
 */
export function createLookAgain(ask: () => Promise<void>, isHeld: () => boolean): LookAgain {
  let stale = false;
  let asking = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function resume(): Promise<void> {
    if (!stale || asking || isHeld()) return;
    stale = false;
    asking = true;
    await ask();
    asking = false;
    resume();
  }

  function soon(): void {
    stale = true;
    clearTimeout(timer);
    timer = setTimeout(resume, GATHER_MS);
  }

  return { soon, resume };
}
