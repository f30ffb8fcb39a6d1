/** What a way to search must be able to do to be compared. */
import type { Made } from '../papers.mjs';

/** Titles drawn, papers asked for. */
export const LIMIT = 20;

/** A search that is ready on a page. */
export interface Opened {
  /** Titles of the best papers: by whole words and their beginnings. */
  find(query: string): Promise<string[]>;
  /** The same with words that are only spelled alike. */
  fuzzy?(query: string): Promise<string[]>;
  /** The best papers by the index alone: ids and scores, no papers read. */
  rank?(query: string): Promise<unknown>;
  /** The same with words that are only spelled alike. */
  rankFuzzy?(query: string): Promise<unknown>;
  /** Everything that is found, with scores. */
  all?(query: string, fuzzy: boolean): Promise<[id: string, score: number][]>;
  /** Bytes held outside the page's own heap. */
  elsewhere?(): Promise<number>;
}

/** What was made of the papers and is kept. */
export interface Prepared {
  /** Time of indexing and storing, without that of making up the papers. */
  ms: number;
  /** Bytes stored; NaN where the browser alone knows. */
  bytes: number;
}

export type Open = (papers: number) => Promise<Opened>;
/** Throws `TooLong` once `performance.now()` passes the deadline. */
export type Prepare = (papers: number, batches: Batches, deadline: number) => Promise<Prepared>;
/** All papers in the order of saving, in batches. */
export type Batches = () => Generator<Made[]>;

export class TooLong extends Error {}

/** Takes the time of work in pieces, and stops it in time. */
export class Clock {
  ms = 0;
  readonly #deadline: number;

  constructor(deadline: number) {
    this.#deadline = deadline;
  }

  async run<T>(work: () => T | Promise<T>): Promise<T> {
    if (performance.now() > this.#deadline) throw new TooLong('did not finish in time');
    const start = performance.now();
    const result = await work();
    this.ms += performance.now() - start;
    return result;
  }
}

/** The library of this many papers. A name of its own, so that the product's worker leaves it alone. */
export function libraryName(papers: number): string {
  return `bench-${papers}`;
}
