/**
 * BM25+ as MiniSearch 7.2.0 computes it (k = 1.2, b = 0.7, d = 0.5), with the statistics of all live documents.
 * https://github.com/lucaong/minisearch/blob/v7.2.0/src/MiniSearch.ts
 */
import { type ChunkKey, type Held, nameOf } from './chunk-cache';
import type { Expansion, Place } from './expand';
import { PostingList } from './postings';
import { BOOSTS, FIELDS, POSTINGS_CHUNK } from './segment';
import type { Snapshot } from './snapshot';

const K = 1.2;
const B = 0.7;
const D = 0.5;

/** The chunks in which the postings of these terms stand. */
export function postingKeys({ segments }: Snapshot, expansions: readonly Expansion[]): ChunkKey[] {
  const wanted = segments.map(() => new Set<number>());
  for (const { places } of expansions)
    for (const { segment, offset, bytes } of places) {
      const last = Math.floor((offset + bytes - 1) / POSTINGS_CHUNK);
      for (let number = Math.floor(offset / POSTINGS_CHUNK); number <= last; number++)
        wanted[segment]?.add(number);
    }
  return wanted.flatMap((numbers, index) =>
    [...numbers].sort((a, b) => a - b).map((number): ChunkKey => [segments[index]?.id ?? 0, 'p', number]),
  );
}

/** Scores documents for terms. Keeps what does not change between queries on one snapshot. */
export class Scorer {
  readonly #snapshot: Snapshot;
  readonly #list = new PostingList();
  readonly #tables: (Float64Array | undefined)[] = [];
  readonly #lengths: Uint16Array[] = [];

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  /** Reads the lengths of the fields in `mask`; to be awaited before these are scored. */
  async prepare(mask: number): Promise<void> {
    const missing = [...FIELDS.keys()].filter((field) => mask & (1 << field) && !this.#lengths[field]);
    const read = await Promise.all(missing.map((field) => this.#snapshot.lengths(field)));
    for (const [index, field] of missing.entries()) {
      const lengths = read[index] ?? new Uint16Array(0);
      this.#lengths[field] = lengths;
      this.#tables[field] = this.#table(field, lengths);
    }
  }

  /** Adds to `scores`, and sets `hits` to 1, for each document that has one of the terms in a field of `mask`. */
  score(
    held: Held,
    expansions: readonly Expansion[],
    mask: number,
    scores: Float64Array,
    hits: Uint8Array,
  ): void {
    const list = this.#list;
    const { segments, live } = this.#snapshot;
    for (const { places, weight } of expansions) {
      const sources = places.map((place) => this.#bytesOf(held, place));
      const at = sources.map((source) => source.at);
      let rest = mask;
      for (let field = 0; rest !== 0; field++) {
        const bit = 1 << field;
        rest &= ~bit;
        list.length = 0;
        for (let index = 0; index < places.length; index++) {
          const place = places[index] as Place;
          if ((place.mask & bit) === 0) continue;
          const segment = segments[place.segment];
          at[index] = list.read(
            sources[index]?.bytes as Uint8Array,
            at[index] as number,
            place.counts[field] as number,
            segment?.base ?? 0,
            segment?.gone,
          );
        }
        if (list.length === 0 || (mask & bit) === 0) continue;
        const rarity = Math.log(1 + (live - list.length + 0.5) / (list.length + 0.5));
        this.#add(field, weight * (BOOSTS[field] ?? 1) * rarity, scores, hits);
      }
    }
  }

  #add(field: number, factor: number, scores: Float64Array, hits: Uint8Array): void {
    const { docs, counts, length } = this.#list;
    const lengths = this.#lengths[field] as Uint16Array;
    const table = this.#tables[field] as Float64Array;
    for (let index = 0; index < length; index++) {
      const doc = docs[index] as number;
      const count = counts[index] as number;
      const norm = table[lengths[doc] as number] as number;
      scores[doc] = (scores[doc] as number) + factor * (D + (count * (K + 1)) / (count + norm));
      hits[doc] = 1;
    }
  }

  /** By length of a field: what the number of occurrences is weighed against. */
  #table(field: number, lengths: Uint16Array): Float64Array {
    const average = (this.#snapshot.sums[field] ?? 0) / Math.max(1, this.#snapshot.live);
    let longest = 0;
    for (const length of lengths) if (length > longest) longest = length;
    return Float64Array.from({ length: longest + 1 }, (_, length) => K * (1 - B + (B * length) / average));
  }

  /** The postings of a term, also where they go on in another chunk. */
  #bytesOf(held: Held, { segment, offset, bytes }: Place): { bytes: Uint8Array; at: number } {
    const id = this.#snapshot.segments[segment]?.id ?? 0;
    const first = Math.floor(offset / POSTINGS_CHUNK);
    const last = Math.floor((offset + bytes - 1) / POSTINGS_CHUNK);
    const at = offset - first * POSTINGS_CHUNK;
    const chunk = held.get(nameOf(id, 'p', first)) ?? new Uint8Array(0);
    if (first === last) return { bytes: chunk, at };
    const whole = new Uint8Array(bytes);
    for (let number = first, to = 0; number <= last; number++) {
      const next = held.get(nameOf(id, 'p', number)) ?? new Uint8Array(0);
      const piece = next.subarray(
        number === first ? at : 0,
        Math.min(next.length, offset + bytes - number * POSTINGS_CHUNK),
      );
      whole.set(piece, to);
      to += piece.length;
    }
    return { bytes: whole, at: 0 };
  }
}
