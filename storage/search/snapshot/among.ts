/** Sets of documents to choose from, and the tables that say which documents are in them. */

export interface Among {
  docs: Uint32Array;
  /** For each document of the snapshot: its place in `docs` plus one, or 0 if it is not in the set. */
  placeOf: Uint32Array;
}

/**
 * Lends tables that have a 0 for each document of a snapshot. Tables are reused: allocating and collecting one for
 * 100,000 documents took longer than the query's work with it (2026-11-22).
 */
export class Tables {
  readonly #size: number;
  readonly #free: Uint32Array[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  /** The result of `work` on a set of documents. It must not keep the set's table. */
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

  /** Takes back a table, whose only entries are those of these documents. */
  giveBack(table: Uint32Array, docs: Uint32Array): void {
    for (let place = 0; place < docs.length; place++) table[docs[place] as number] = 0;
    this.#free.push(table);
  }
}
