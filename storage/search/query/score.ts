/**
 * BM25+ as MiniSearch 7.2.0 computes it (k = 1.2, b = 0.7, d = 0.5), with the statistics of all live documents.
 * https://github.com/lucaong/minisearch/blob/v7.2.0/src/MiniSearch.ts
 */

import { PostingList } from '../segment/postings';
import { BOOSTS, FIELDS } from '../segment/segment';
import type { Among } from '../snapshot/among';
import type { Held } from '../snapshot/chunk-cache';
import type { Snapshot } from '../snapshot/snapshot';
import type { Expansion, Place } from './expand';
import { postingsOf, type Source, sourceOf } from './sources';

const K = 1.2;
const B = 0.7;
const D = 0.5;

/** By length of a field: what occurrences are weighed against, and what a single one is worth. */
interface Table {
  norm: Float64Array;
  once: Float64Array;
}

/** Documents that have a term so far, and their scores. */
interface Tally {
  docs: Uint32Array;
  scores: Float64Array;
  size: number;
  /** Where each document stands, plus one; 0 if it does not yet. */
  placeOf: Uint32Array;
  /** Others do not count; undefined if all do. */
  among: Uint32Array | undefined;
}

/** Scores documents for terms. Keeps what does not change between queries on one snapshot. */
export class Scorer {
  readonly #snapshot: Snapshot;
  readonly #list = new PostingList();
  readonly #tables: (Table | undefined)[] = [];
  readonly #lengths: Uint16Array[] = [];

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
  }

  /** Reads the lengths of the fields in `mask`; to be awaited before these are scored. */
  async prepare(mask: number): Promise<void> {
    const missing = [...FIELDS.keys()].filter((field) => mask & (1 << field) && !this.#lengths[field]);
    const read = missing.length > 0 ? await this.#snapshot.lengths(missing) : [];
    for (const [index, field] of missing.entries()) {
      this.#lengths[field] = read[index] ?? new Uint16Array(0);
      this.#tables[field] = this.#table(field);
    }
  }

  /** Documents of `among`, or of all, that have one of the terms in a field of `mask`, and their scores. */
  score(
    held: Held,
    expansions: readonly Expansion[],
    mask: number,
    among?: Among,
  ): { docs: Uint32Array; scores: Float64Array } {
    const { segments, size, tables } = this.#snapshot;
    const whole = segments.every(({ gone }) => gone === undefined);
    const most = Math.min(among?.docs.length ?? size, postingsOf(expansions));
    const tally: Tally = {
      docs: new Uint32Array(most),
      scores: new Float64Array(most),
      size: 0,
      placeOf: tables.take(),
      among: among?.placeOf,
    };
    for (const { places, weight } of expansions) {
      const sources = places.map((place) => sourceOf(this.#snapshot, held, place));
      let rest = mask;
      for (let field = 0; rest !== 0; field++) {
        rest &= ~(1 << field);
        const wanted = (mask & (1 << field)) !== 0;
        if (whole && wanted) this.#scoreWhole(field, places, sources, weight, tally);
        else this.#scoreLive(field, places, sources, wanted ? weight : 0, tally);
      }
    }
    const docs = tally.docs.subarray(0, tally.size);
    tables.giveBack(tally.placeOf, docs);
    return { docs, scores: tally.scores.subarray(0, tally.size) };
  }

  /** Where nothing was deleted, the dictionary knows how many documents have the term: no list is needed. */
  #scoreWhole(
    field: number,
    places: readonly Place[],
    sources: readonly Source[],
    weight: number,
    tally: Tally,
  ): void {
    let frequency = 0;
    for (const place of places) frequency += place.counts[field] as number;
    if (frequency === 0) return;
    const factor = this.#factor(field, weight, frequency);
    const lengths = this.#lengths[field] as Uint16Array;
    const { once, norm } = this.#tables[field] as Table;
    // Without a call or a property for a posting: right after opening, nothing of this is compiled yet.
    const { docs, scores, placeOf, among } = tally;
    let { size } = tally;
    for (let index = 0; index < places.length; index++) {
      const { segment, counts } = places[index] as Place;
      const source = sources[index] as Source;
      const { bytes } = source;
      let at = source.at;
      let doc = (this.#snapshot.segments[segment]?.base ?? 0) - 1;
      for (let left = counts[field] as number; left > 0; left--) {
        let byte = bytes[at++] as number;
        let value = byte & 0x7f;
        for (let shift = 7; byte > 0x7f && shift < 32; shift += 7) {
          byte = bytes[at++] as number;
          value |= (byte & 0x7f) << shift;
        }
        doc += (value >>> 1) + 1;
        let count = 1;
        if (value & 1) {
          byte = bytes[at++] as number;
          count = byte & 0x7f;
          for (let shift = 7; byte > 0x7f && shift < 32; shift += 7) {
            byte = bytes[at++] as number;
            count |= (byte & 0x7f) << shift;
          }
          count += 2;
        }
        if (among !== undefined && among[doc] === 0) continue;
        let place = placeOf[doc] as number;
        if (place === 0) {
          docs[size] = doc;
          place = ++size;
          placeOf[doc] = place;
        }
        const length = lengths[doc] as number;
        const part = count === 1 ? (once[length] as number) : partOf(count, norm[length] as number);
        scores[place - 1] = (scores[place - 1] as number) + factor * part;
      }
      source.at = at;
    }
    tally.size = size;
  }

  /** Where documents were deleted: those that live are counted first. A weight of 0 only passes over the field. */
  #scoreLive(
    field: number,
    places: readonly Place[],
    sources: readonly Source[],
    weight: number,
    tally: Tally,
  ): void {
    const list = this.#list;
    list.length = 0;
    for (let index = 0; index < places.length; index++) {
      const { segment, counts } = places[index] as Place;
      const source = sources[index] as Source;
      const { base = 0, gone } = this.#snapshot.segments[segment] ?? {};
      source.at = list.read(source.bytes, source.at, counts[field] as number, base, gone);
    }
    if (list.length === 0 || weight === 0) return;
    const { docs, counts, length } = list;
    const factor = this.#factor(field, weight, length);
    const lengths = this.#lengths[field] as Uint16Array;
    const { norm } = this.#tables[field] as Table;
    for (let index = 0; index < length; index++) {
      const doc = docs[index] as number;
      if (tally.among !== undefined && tally.among[doc] === 0) continue;
      add(tally, doc, factor * partOf(counts[index] as number, norm[lengths[doc] as number] as number));
    }
  }

  #factor(field: number, weight: number, frequency: number): number {
    return (
      weight *
      (BOOSTS[field] ?? 1) *
      Math.log(1 + (this.#snapshot.live - frequency + 0.5) / (frequency + 0.5))
    );
  }

  /** The weights of a field's lengths. */
  #table(field: number): Table {
    const average = (this.#snapshot.sums[field] ?? 0) / Math.max(1, this.#snapshot.live);
    const longest = Math.max(0, ...this.#snapshot.segments.map(({ header }) => header.longest[field] ?? 0));
    const norm = Float64Array.from(
      { length: longest + 1 },
      (_, length) => K * (1 - B + (B * length) / average),
    );
    return { norm, once: norm.map((against) => partOf(1, against)) };
  }
}

/** What occurrences are worth in a field whose length gives `against`. */
function partOf(count: number, against: number): number {
  return D + (count * (K + 1)) / (count + against);
}

function add(tally: Tally, doc: number, score: number): void {
  let place = tally.placeOf[doc] as number;
  if (place === 0) {
    place = ++tally.size;
    tally.placeOf[doc] = place;
    tally.docs[place - 1] = doc;
  }
  tally.scores[place - 1] = (tally.scores[place - 1] as number) + score;
}
