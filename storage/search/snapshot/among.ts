/** Documents to choose from, and the tables that tell where each of them stands. */

export interface Among {
  docs: Uint32Array;
  /** For each document of the snapshot: where it stands in `docs`, plus one; 0 if it does not. */
  placeOf: Uint32Array;
}

/**
 * Lends tables with a 0 for each document of a snapshot. They are used again and again: making and collecting one for
 * 100,000 documents took longer than choosing from them (2026-11-22).
 */
export class Tables {
  readonly #size: number;
  readonly #free: Uint32Array[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  /** What `work` makes of documents to choose from; it may not keep their table. */
  among<T>(docs: Uint32Array, work: (among: Among) => T): T {
    const placeOf = this.take();
    for (let place = 0; place < docs.length; place++) placeOf[docs[place] as number] = place + 1;
    try {
      return work({ docs, placeOf });
    } finally {
      this.giveBack(placeOf, docs);
    }
  }

  take(): Uint32Array {
    return this.#free.pop() ?? new Uint32Array(this.#size);
  }

  /** Takes back a table in which these documents have an entry. */
  giveBack(table: Uint32Array, docs: Uint32Array): void {
    for (let place = 0; place < docs.length; place++) table[docs[place] as number] = 0;
    this.#free.push(table);
  }
}
