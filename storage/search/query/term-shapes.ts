/**
 * The terms of a segment side by side, for the search of what is spelled like a word. One edit takes at most one letter
 * from those that a word has once or twice, and adds one, so a look at 64 bits tells of nearly every term that it is too
 * far.
 */
import { DictionaryCursor } from '../segment/dictionary';
import { distanceWithin, unitsOf } from './levenshtein';

/** A term that is spelled like a word: in which chunk it stands, after how many others, and how far it is. */
export interface Alike {
  chunk: number;
  place: number;
  term: string;
  distance: number;
}

export class TermShapes {
  /** Where each term begins in `#units`; one more, where the last one ends. */
  readonly #starts: Uint32Array;
  readonly #units: Uint16Array;
  /** The number of the first term of each chunk. */
  readonly #chunks: number[];
  /** The numbers of all terms, the short ones first, and beside each the letters that it has, and has twice. */
  readonly #byLength: Uint32Array;
  readonly #once: Uint32Array;
  readonly #twice: Uint32Array;
  /** Where the terms of each length begin in `#byLength`. */
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

  /** The terms at a distance of 1 to `most` from a word, in their order, but for those that begin with it. */
  like(word: string, most: number): Alike[] {
    const [starts, units, once, twice] = [this.#starts, this.#units, this.#once, this.#twice];
    const wanted = unitsOf(word);
    const shape = lettersIn(wanted, 0, wanted.length);
    const near: { term: number; distance: number }[] = [];
    const end = this.#placeOf(wanted.length + most + 1);
    for (let place = this.#placeOf(wanted.length - most); place < end; place++) {
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

  /** Where the terms of a length, or longer ones, begin in `#byLength`. */
  #placeOf(length: number): number {
    return this.#ofLength[Math.max(0, length)] ?? this.#byLength.length;
  }
}

/** A bit for each letter that occurs, and for each that does so more than once; some share one. */
function lettersIn(units: Uint16Array, start: number, end: number): { once: number; twice: number } {
  let [once, twice] = [0, 0];
  for (let unit = start; unit < end; unit++) {
    const bit = 1 << ((units[unit] as number) & 31);
    twice |= once & bit;
    once |= bit;
  }
  return { once, twice };
}

/** How many bits are set (https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel). */
function bits(value: number): number {
  let rest = value - ((value >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function grown<T extends Uint16Array | Uint32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
