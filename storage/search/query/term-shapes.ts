/**
 * The terms of a segment side by side, for the search of what is spelled like a word. One edit takes at most one letter
 * from those that a word has at all, and adds one, so a look at 32 bits tells of nearly every term that it is too far.
 */
import { DictionaryCursor } from '../segment/dictionary';
import { distanceWithin, unitsOf } from './levenshtein';

/** A term that is spelled like a word: in which chunk it stands, and how far it is. */
export interface Alike {
  chunk: number;
  term: string;
  distance: number;
}

export class TermShapes {
  /** Where each term begins in `#units`; one more, where the last one ends. */
  readonly #starts: Uint32Array;
  readonly #units: Uint16Array;
  readonly #letters: Uint32Array;
  /** The number of the first term of each chunk. */
  readonly #chunks: number[];

  constructor(chunks: readonly Uint8Array[]) {
    let [starts, units, letters] = [new Uint32Array(4096), new Uint16Array(32_768), new Uint32Array(4096)];
    let [terms, used] = [0, 0];
    this.#chunks = chunks.map((chunk) => {
      const first = terms;
      for (const cursor = new DictionaryCursor(chunk); cursor.next(); terms++) {
        if (terms + 2 > starts.length) {
          starts = grown(starts, new Uint32Array(2 * starts.length));
          letters = grown(letters, new Uint32Array(2 * letters.length));
        }
        if (used + cursor.length > units.length)
          units = grown(units, new Uint16Array(2 * units.length + cursor.length));
        units.set(cursor.units.subarray(0, cursor.length), used);
        letters[terms] = lettersIn(cursor.units, cursor.length);
        starts[terms] = used;
        used += cursor.length;
      }
      starts[terms] = used;
      return first;
    });
    this.#starts = starts.slice(0, terms + 1);
    this.#units = units.slice(0, used);
    this.#letters = letters.slice(0, terms);
  }

  /** The terms at a distance of 1 to `most` from a word, in their order, but for those that begin with it. */
  like(word: string, most: number): Alike[] {
    const [starts, units, letters] = [this.#starts, this.#units, this.#letters];
    const wanted = unitsOf(word);
    const shape = lettersIn(wanted, wanted.length);
    const found: Alike[] = [];
    let chunk = 0;
    for (let term = 0; term < letters.length; term++) {
      const length = (starts[term + 1] as number) - (starts[term] as number);
      if (length < wanted.length - most || length > wanted.length + most) continue;
      const own = letters[term] as number;
      if (bits(own & ~shape) > most || bits(shape & ~own) > most) continue;
      const start = starts[term] as number;
      const distance = distanceWithin(wanted, units, start, start + length, most);
      if (distance <= 0) continue;
      const text = String.fromCharCode(...units.subarray(start, start + length));
      if (text.startsWith(word)) continue;
      while ((this.#chunks[chunk + 1] ?? Number.POSITIVE_INFINITY) <= term) chunk++;
      found.push({ chunk, term: text, distance });
    }
    return found;
  }
}

/** A bit for each letter that occurs; some share one. */
function lettersIn(units: Uint16Array, length: number): number {
  let letters = 0;
  for (let unit = 0; unit < length; unit++) letters |= 1 << ((units[unit] as number) & 31);
  return letters;
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
