/** Counts names that a file chooses. There may be any number of them, called anything. */

/** Most names that are counted, and the longest one. */
const MOST = 500;
const LONGEST = 100;

export class Tally {
  readonly #counts = new Map<string, number>();

  count(name: string): void {
    const known = this.#counts.get(name);
    if (known === undefined && (this.#counts.size >= MOST || name.length > LONGEST)) return;
    this.#counts.set(name, (known ?? 0) + 1);
  }

  /** How often each was there. */
  get counts(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }
}
