/**
 * Ranks documents by words any of which may be missing. BM25F: the frequencies of a word in the fields are weighted,
 * added, and then saturated (Robertson and Zaragoza, 2009, https://doi.org/10.1561/1500000019). A word is a group of
 * terms: its forms, or terms spelled like it.
 */
import { fieldMask, PAPER_FIELDS, type PaperField } from '../families/papers-index';
import type { Expansion } from '../query/expand';
import { sourceOf } from '../query/score';
import { PostingList } from '../segment/postings';
import type { Held } from '../snapshot/chunk-cache';
import type { Snapshot } from '../snapshot/snapshot';

/** How a field counts: `boost` times its frequency, less in a field that is longer than others, as `b` says. */
export type FieldWeights = Record<PaperField, { boost: number; b: number }>;

export interface RankOptions {
  fields: FieldWeights;
  /** How much a term counts that is another form of what was asked. */
  form: number;
  /** How much the exact form's own rarity counts, 0 to 1. */
  exact: number;
  /** Added for every word that a document has (BM25+, Lv and Zhai, 2011, https://doi.org/10.1145/2063576.2063584). */
  delta: number;
}

/** A word to rank by, and how much it counts. */
export interface RankedWord {
  expansions: readonly Expansion[];
  /** Those that are exactly what was asked; others are its forms. */
  exact: ReadonlySet<string>;
  weight: number;
  /** The fields it is looked for in, as bits; all if undefined. */
  fields?: number;
}

/** Saturation of the frequency. */
const K1 = 1.6;

/** Documents and their scores. */
export class Ranks {
  readonly #snapshot: Snapshot;
  readonly #norms: (Float64Array | undefined)[] = [];
  readonly #lengths: Uint16Array[] = [];
  readonly #list = new PostingList();
  /** By document. */
  readonly scores: Float64Array;
  /** How much of the words' rarity a document has. */
  readonly mass: Float64Array;
  /** The words that a document has, as bits; of words beyond the 32nd nothing is known. */
  readonly bits: Uint32Array;
  /** The documents found so far, each once. */
  readonly docs: number[] = [];
  readonly #among: Uint8Array;
  readonly #all: Float64Array;
  readonly #exact: Float64Array;
  readonly #options: RankOptions;

  private constructor(snapshot: Snapshot, among: Uint8Array, options: RankOptions, lengths: Uint16Array[]) {
    this.#snapshot = snapshot;
    this.#among = among;
    this.#options = options;
    this.#lengths = lengths;
    const { size } = snapshot;
    this.scores = new Float64Array(size);
    this.mass = new Float64Array(size);
    this.bits = new Uint32Array(size);
    this.#all = new Float64Array(size);
    this.#exact = new Float64Array(size);
    for (const [field, name] of PAPER_FIELDS.entries())
      this.#norms[field] = normsOf(snapshot, lengths[field] ?? new Uint16Array(0), options.fields[name].b);
  }

  /** Ranks the documents that are marked in `among`. */
  static async over(snapshot: Snapshot, among: Uint8Array, options: RankOptions): Promise<Ranks> {
    const lengths = await snapshot.lengths([...PAPER_FIELDS.keys()]);
    return new Ranks(snapshot, among, options, lengths);
  }

  /** Adds what a word is worth to the documents that have it; returns its rarity (idf), 0 if no document has it. */
  add(held: Held, word: RankedWord, bit: number): number {
    const { form, exact, delta } = this.#options;
    const [all, alone] = [this.#all, this.#exact];
    const touched: number[] = [];
    let exactly = 0;
    for (const expansion of word.expansions) {
      const same = word.exact.has(expansion.term);
      this.#read(held, expansion, word.fields, (doc, part) => {
        if (all[doc] === 0) touched.push(doc);
        all[doc] = (all[doc] as number) + (same ? part : part * form);
        if (!same) return;
        if (alone[doc] === 0) exactly++;
        alone[doc] = (alone[doc] as number) + part;
      });
    }
    const rarity = rarityOf(this.#snapshot.live, touched.length);
    const further = exactly > 0 ? exact * (rarityOf(this.#snapshot.live, exactly) - rarity) : 0;
    for (const doc of touched) {
      const found = saturated(all[doc] as number) + delta * (K1 + 1);
      const score = rarity * found + further * saturated(alone[doc] as number);
      all[doc] = 0;
      alone[doc] = 0;
      if (this.#among[doc] === 0) continue;
      if (this.scores[doc] === 0) this.docs.push(doc);
      this.scores[doc] = (this.scores[doc] as number) + word.weight * score;
      this.mass[doc] = (this.mass[doc] as number) + rarity;
      if (bit < 32) this.bits[doc] = (this.bits[doc] as number) | (1 << bit);
    }
    return touched.length === 0 ? 0 : rarity;
  }

  /** How many of the documents that are ranked have one of the terms in one of the fields. */
  count(held: Held, expansions: readonly Expansion[], fields: number): number {
    const docs = new Set<number>();
    for (const expansion of expansions)
      this.#read(held, expansion, fields, (doc) => {
        if (this.#among[doc] !== 0) docs.add(doc);
      });
    return docs.size;
  }

  /** Visits a term's documents: how much it counts in each of the fields. */
  #read(
    held: Held,
    { ranges }: Expansion,
    fields = EVERY_FIELD,
    visit: (doc: number, part: number) => void,
  ): void {
    for (const range of ranges) {
      const { base = 0, gone } = this.#snapshot.segments[range.segment] ?? {};
      const source = sourceOf(this.#snapshot, held, range);
      for (const [field, name] of PAPER_FIELDS.entries()) {
        const count = range.counts[field] ?? 0;
        if (count === 0) continue;
        const list = this.#list;
        list.length = 0;
        source.at = list.read(source.bytes, source.at, count, base, gone);
        if ((fields & (1 << field)) === 0) continue;
        const { boost } = this.#options.fields[name];
        const [norms, lengths] = [this.#norms[field] as Float64Array, this.#lengths[field] as Uint16Array];
        for (let index = 0; index < list.length; index++) {
          const doc = list.docs[index] as number;
          visit(doc, (boost * (list.counts[index] as number)) / (norms[lengths[doc] as number] as number));
        }
      }
    }
  }
}

const EVERY_FIELD = fieldMask(PAPER_FIELDS);

/** For each length of a field: by how much a frequency in it is divided. The mean is that of live papers with the field. */
function normsOf({ segments }: Snapshot, lengths: Uint16Array, b: number): Float64Array {
  let [sum, count, longest] = [0, 0, 0];
  for (const { base, header, gone } of segments)
    for (let doc = 0; doc < header.docs; doc++) {
      const length = lengths[base + doc] as number;
      if (length === 0 || gone?.[doc] === 1) continue;
      sum += length;
      count++;
      if (length > longest) longest = length;
    }
  const mean = sum / Math.max(1, count) || 1;
  return Float64Array.from({ length: longest + 1 }, (_, length) => 1 - b + (b * length) / mean);
}

function saturated(frequency: number): number {
  return (frequency * (K1 + 1)) / (frequency + K1);
}

/** How rare something is that `count` of `live` documents have (BM25's idf, never negative). */
export function rarityOf(live: number, count: number): number {
  return Math.log(1 + (live - count + 0.5) / (count + 0.5));
}

/** About how many documents have one of the terms: for each those of the field that has most. */
export function documentsOf(expansions: readonly Expansion[]): number {
  let sum = 0;
  for (const { ranges } of expansions) for (const { counts } of ranges) sum += Math.max(...counts);
  return sum;
}
