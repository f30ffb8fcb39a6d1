/**
 * BM25+ as MiniSearch 7.2.0 computes it (k = 1.2, b = 0.7, d = 0.5), with the statistics of all live documents.
 * https://github.com/lucaong/minisearch/blob/v7.2.0/src/MiniSearch.ts
 */

import { nameOf } from '../segment/chunk-key';
import { PostingList } from '../segment/postings';
import { POSTINGS_CHUNK } from '../segment/segment';
import type { Among } from '../snapshot/among';
import type { Held } from '../snapshot/chunk-cache';
import type { Snapshot } from '../snapshot/snapshot';
import type { Expansion, PostingsRange } from './expand';
import { postingsOf } from './hold-postings';

const K = 1.2;
const B = 0.7;
const D = 0.5;

/** For each length of a field: the norm of BM25+, and the score of a single occurrence. */
interface Table {
  norm: Float64Array;
  once: Float64Array;
}

/** The postings of a term in one segment. `at` is where the next field begins. */
interface Source {
  bytes: Uint8Array;
  at: number;
}

/** The documents found so far, and their scores. */
interface Tally {
  docs: Uint32Array;
  scores: Float64Array;
  size: number;
  /** For each document of the snapshot: its place in `docs` plus one, or 0. */
  placeOf: Uint32Array;
  /** Documents with a 0 in this table are ignored; undefined if none are. */
  among: Uint32Array | undefined;
}

/** Scores documents for terms. Keeps what is the same for all queries on a snapshot. */
export class Scorer {
  readonly #snapshot: Snapshot;
  readonly #boosts: readonly number[];
  readonly #list = new PostingList();
  readonly #tables: (Table | undefined)[] = [];
  readonly #lengths: Uint16Array[] = [];

  constructor(snapshot: Snapshot) {
    this.#snapshot = snapshot;
    this.#boosts = snapshot.shape.fields.map(({ boost }) => boost);
  }

  /** Reads the lengths of the fields in `mask`. Await it before these fields are scored. */
  async prepare(mask: number): Promise<void> {
    const missing = [...this.#boosts.keys()].filter((field) => mask & (1 << field) && !this.#lengths[field]);
    const read = missing.length > 0 ? await this.#snapshot.lengths(missing) : [];
    for (const [index, field] of missing.entries()) {
      this.#lengths[field] = read[index] ?? new Uint16Array(0);
      this.#tables[field] = this.#table(field);
    }
  }

  /** The documents that have one of the terms in a field of `mask`, of `among` or of all; and their scores. */
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
    for (const { ranges, weight } of expansions) {
      const sources = ranges.map((range) => sourceOf(this.#snapshot, held, range));
      let rest = mask;
      for (let field = 0; rest !== 0; field++) {
        rest &= ~(1 << field);
        const wanted = (mask & (1 << field)) !== 0;
        if (whole && wanted) this.#scoreWhole(field, ranges, sources, weight, tally);
        else this.#scoreLive(field, ranges, sources, wanted ? weight : 0, tally);
      }
    }
    const docs = tally.docs.subarray(0, tally.size);
    tables.giveBack(tally.placeOf, docs);
    return { docs, scores: tally.scores.subarray(0, tally.size) };
  }

  /** If nothing was deleted, the dictionary has the term's frequency, and postings are scored as they are decoded. */
  #scoreWhole(
    field: number,
    ranges: readonly PostingsRange[],
    sources: readonly Source[],
    weight: number,
    tally: Tally,
  ): void {
    let frequency = 0;
    for (const range of ranges) frequency += range.counts[field] as number;
    if (frequency === 0) return;
    const factor = this.#factor(field, weight, frequency);
    const lengths = this.#lengths[field] as Uint16Array;
    const { once, norm } = this.#tables[field] as Table;
    // No calls or property accesses per posting: right after opening, none of this is compiled yet.
    const { docs, scores, placeOf, among } = tally;
    let { size } = tally;
    for (let index = 0; index < ranges.length; index++) {
      const { segment, counts } = ranges[index] as PostingsRange;
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

  /** If documents were deleted, the live ones are counted first. With a weight of 0 the field is only skipped. */
  #scoreLive(
    field: number,
    ranges: readonly PostingsRange[],
    sources: readonly Source[],
    weight: number,
    tally: Tally,
  ): void {
    const list = this.#list;
    list.length = 0;
    for (let index = 0; index < ranges.length; index++) {
      const { segment, counts } = ranges[index] as PostingsRange;
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
      (this.#boosts[field] ?? 1) *
      Math.log(1 + (this.#snapshot.live - frequency + 0.5) / (frequency + 0.5))
    );
  }

  /** Norms and scores for each length of a field. */
  #table(field: number): Table {
    const average = (this.#snapshot.sums[field] ?? 0) / Math.max(1, this.#snapshot.live);
    const longest = Math.max(0, ...this.#snapshot.segments.map(({ header }) => header.longest[field] ?? 0));
    const norm = Float64Array.from(
      { length: longest + 1 },
      (_, length) => K * (1 - B + (B * length) / average),
    );
    return { norm, once: norm.map((value) => partOf(1, value)) };
  }
}

/** The score of `count` occurrences, before boost and frequency. */
function partOf(count: number, norm: number): number {
  return D + (count * (K + 1)) / (count + norm);
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

/** The postings in a range. They are copied if they reach into another chunk. */
export function sourceOf(
  { segments }: Snapshot,
  held: Held,
  { segment, offset, bytes }: PostingsRange,
): Source {
  const id = segments[segment]?.id ?? 0;
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
