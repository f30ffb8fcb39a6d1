/**
 * Finds the terms of a segment that are spelled like a word. The shape of a term is the set of its letters, and the
 * set of letters that it has at least twice. One edit removes at most one letter from each set and adds at most one, so
 * comparing 64 bits rules out nearly all terms without computing a distance.
 */
import { DictionaryCursor } from '../segment/dictionary';
import { distanceWithin, unitsOf } from './edit-distance';

/** A term that is spelled like a word: its chunk, its place in it, and its edit distance. */
export interface Alike {
  chunk: number;
  place: number;
  term: string;
  distance: number;
}

export class TermShapes {
  /** Where each term begins in `#units`; one more entry for the end of the last. */
  readonly #starts: Uint32Array;
  readonly #units: Uint16Array;
  /** The number of the first term of each chunk. */
  readonly #chunks: number[];
  /** The numbers of all terms, shortest first; and in the same order, their letters and repeated letters. */
  readonly #byLength: Uint32Array;
  readonly #once: Uint32Array;
  readonly #twice: Uint32Array;
  /** For each length, where its terms begin in `#byLength`. */
  readonly #ofLength: number[];

  constructor(chunks: readonly Uint8Array[]) {
    let [starts, units] = [new Uint32Array(4096), new Uint16Array(32_768)];
    let [terms, used] = [0, 0];
    const lengths: number[] = [];
    this.#chunks = chunks.map((chunk) => {
      const first = terms;
      for (const cursor = new DictionaryCursor(chunk); cursor.next(); terms++) {
        if (terms + 2 > starts.length) starts = grown(starts, new Uint32Array(2 * starts.length));
        if (used + cursor.length > units.length)
          units = grown(units, new Uint16Array(2 * units.length + cursor.length));
        units.set(cursor.units.subarray(0, cursor.length), used);
        starts[terms] = used;
        used += cursor.length;
        lengths[cursor.length] = (lengths[cursor.length] ?? 0) + 1;
      }
      starts[terms] = used;
      return first;
    });
    this.#starts = starts.slice(0, terms + 1);
    this.#units = units.slice(0, used);
    this.#ofLength = [0];
    for (let length = 0; length < lengths.length; length++)
      this.#ofLength.push((this.#ofLength[length] as number) + (lengths[length] ?? 0));
    this.#byLength = new Uint32Array(terms);
    this.#once = new Uint32Array(terms);
    this.#twice = new Uint32Array(terms);
    const next = [...this.#ofLength];
    for (let term = 0; term < terms; term++) {
      const [start, end] = [starts[term] as number, starts[term + 1] as number];
      const place = next[end - start] as number;
      next[end - start] = place + 1;
      this.#byLength[place] = term;
      const { once, twice } = lettersIn(this.#units, start, end);
      this.#once[place] = once;
      this.#twice[place] = twice;
    }
  }

  /** The terms at a distance of 1 to `most` from a word, in their order, except those that begin with it. */
  like(word: string, most: number): Alike[] {
    const [starts, units, once, twice] = [this.#starts, this.#units, this.#once, this.#twice];
    const wanted = unitsOf(word);
    const shape = lettersIn(wanted, 0, wanted.length);
    const near: { term: number; distance: number }[] = [];
    const end = this.#startOf(wanted.length + most + 1);
    for (let place = this.#startOf(wanted.length - most); place < end; place++) {
      const other = (once[place] as number) ^ shape.once;
      if (bits(other) > 2 * most) continue;
      const others = (twice[place] as number) ^ shape.twice;
      if (bits(other & shape.once) + bits(others & shape.twice) > most) continue;
      if (bits(other & ~shape.once) + bits(others & ~shape.twice) > most) continue;
      const term = this.#byLength[place] as number;
      const start = starts[term] as number;
      const distance = distanceWithin(wanted, units, start, starts[term + 1] as number, most);
      if (distance > 0) near.push({ term, distance });
    }
    near.sort((a, b) => a.term - b.term);
    let chunk = 0;
    return near
      .map(({ term, distance }) => {
        while ((this.#chunks[chunk + 1] ?? Number.POSITIVE_INFINITY) <= term) chunk++;
        const text = String.fromCharCode(...units.subarray(starts[term], starts[term + 1]));
        return { chunk, place: term - (this.#chunks[chunk] ?? 0), term: text, distance };
      })
      .filter(({ term }) => !term.startsWith(word));
  }

  /** Where the terms of at least this length begin in `#byLength`. */
  #startOf(length: number): number {
    return this.#ofLength[Math.max(0, length)] ?? this.#byLength.length;
  }
}

/** The letters that occur, and those that occur more than once, as bits. Some letters share a bit. */
function lettersIn(units: Uint16Array, start: number, end: number): { once: number; twice: number } {
  let [once, twice] = [0, 0];
  for (let unit = start; unit < end; unit++) {
    const bit = 1 << ((units[unit] as number) & 31);
    twice |= once & bit;
    once |= bit;
  }
  return { once, twice };
}

/** The number of bits set (https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel). */
function bits(value: number): number {
  let rest = value - ((value >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function grown<T extends Uint16Array | Uint32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
