/**
 * Finds the terms that a query's word stands for: itself, its other forms, longer terms, and terms that are spelled like
 * it.
 */
import { rootOf, stemOf } from '@/utils/text/stem';
import { type ChunkKey, nameOf } from '../segment/chunk-key';
import { DictionaryCursor } from '../segment/dictionary';
import { chunkOf, type Header } from '../segment/segment';
import type { Snapshot } from '../snapshot/snapshot';
import { allowedErrors } from './edit-distance';
import { TermShapes } from './term-shapes';

/** Where the postings of a term are in a segment. */
export interface PostingsRange {
  /** The index of the segment in the snapshot. */
  segment: number;
  offset: number;
  bytes: number;
  mask: number;
  /** For each field, the number of documents, including deleted ones. */
  counts: Uint32Array;
}

/** A term that a word stands for, and its weight in the ranking. */
export interface Expansion {
  term: string;
  weight: number;
  ranges: PostingsRange[];
  /** Number of postings, including those of deleted documents. */
  frequency: number;
  /** How many errors lie between it and the word, where it was found as a misspelling. */
  errors: number;
}

/**
 * A word to expand: `forms` adds terms with the same stem, `prefix` longer terms, `fuzzy` terms that are spelled like it.
 */
export interface Wanted {
  term: string;
  forms: boolean;
  prefix: boolean;
  fuzzy: boolean;
}

/** Another form of a word is nearly as good as the word, and better than a word that begins like it by chance. */
const FORM_WEIGHT = 0.9;
/** A form is not longer than the word by more: `relate`, `relationally`. */
const LONGEST_ENDING = 7;

/** MiniSearch's weights (https://lucaong.github.io/minisearch/types/MiniSearch.SearchOptions.html). */
const PREFIX_WEIGHT = 0.375;
const FUZZY_WEIGHT = 0.45;
/** Thousands of terms begin with a word of one or two letters. It stands for the most frequent of them only. */
const SHORT = 2;
const MOST_TERMS = 50;
const MOST_POSTINGS = 150_000;

/** The terms of short words in a snapshot. They are kept because every query that is typed begins as one. */
const SHORT_WORDS = new WeakMap<Snapshot, Map<string, Expansion[]>>();

/** For each word, its terms. Each is there once, for the first of: form, prefix, spelling. */
export async function expand(snapshot: Snapshot, words: readonly Wanted[]): Promise<Expansion[][]> {
  return Promise.all(
    words.map((word) =>
      word.prefix && word.term.length <= SHORT
        ? expandShort(snapshot, word.term)
        : expandWhole(snapshot, word),
    ),
  );
}

async function expandWhole(snapshot: Snapshot, wanted: Wanted): Promise<Expansion[]> {
  const found = new Map<string, Expansion>();
  const { term, forms, prefix, fuzzy } = wanted;
  const root = forms ? rootOf(term) : undefined;
  const stem = stemOf(term);
  const range = { start: root ?? term, whole: root === undefined && !prefix };
  await eachEntry(snapshot, range, (cursor, segment) => {
    const further = cursor.length - term.length;
    const longer = begins(cursor, term);
    if (further === 0 && longer) add(found, cursor, segment, 1);
    else if (root !== undefined && further < LONGEST_ENDING && stemOf(cursor.term) === stem)
      add(found, cursor, segment, FORM_WEIGHT);
    else if (longer && prefix) add(found, cursor, segment, prefixWeight(cursor.length, further));
  });
  const most = fuzzy ? allowedErrors(term) : 0;
  if (most > 0) await addAlike(snapshot, term, most, found);
  return [...found.values()];
}

/**
 * The terms of a word of one or two letters. Of each segment only the most frequent terms are candidates, as many as
 * may be chosen in all: a term that is frequent overall is also frequent in the largest segment.
 */
async function expandShort(snapshot: Snapshot, word: string): Promise<Expansion[]> {
  const kept = SHORT_WORDS.get(snapshot) ?? new Map<string, Expansion[]>();
  SHORT_WORDS.set(snapshot, kept);
  const known = kept.get(word);
  if (known) return known;
  const frequent = new Set<string>([word]);
  const every: { term: string; frequency: number }[][] = snapshot.segments.map(() => []);
  await eachEntry(snapshot, { start: word, whole: false }, (cursor, segment) => {
    const best = every[segment];
    const { frequency } = cursor;
    if (!best || (best.length >= MOST_TERMS && frequency <= (best[MOST_TERMS - 1]?.frequency ?? 0))) return;
    const index = best.findIndex((other) => other.frequency < frequency);
    best.splice(index < 0 ? best.length : index, 0, { term: cursor.term, frequency });
    if (best.length > MOST_TERMS) best.pop();
  });
  for (const { term } of every.flat()) frequent.add(term);
  const found = new Map<string, Expansion>();
  await eachEntry(snapshot, { start: word, whole: false }, (cursor, segment) => {
    if (frequent.has(cursor.term))
      add(found, cursor, segment, prefixWeight(cursor.length, cursor.length - word.length));
  });
  const chosen = capped([...found.values()], word);
  kept.set(word, chosen);
  return chosen;
}

/** Visits every dictionary entry that begins with `start`, or that equals it if it is `whole`, segment by segment. */
async function eachEntry(
  snapshot: Snapshot,
  wanted: { start: string; whole: boolean },
  visit: (cursor: DictionaryCursor, segment: number) => void,
): Promise<void> {
  const chunks = snapshot.segments.map(({ header }) => chunksFor(header.terms, wanted));
  const keys = chunks.flatMap((numbers, index) =>
    numbers.map((number): ChunkKey => [snapshot.segments[index]?.id ?? 0, 'd', number]),
  );
  const held = await snapshot.chunks.hold(keys);
  for (const [index, { id }] of snapshot.segments.entries())
    for (const number of chunks[index] ?? []) {
      const cursor = new DictionaryCursor(held.get(nameOf(id, 'd', number)) ?? new Uint8Array(1));
      for (let inside = false; cursor.next(); )
        if (begins(cursor, wanted.start)) {
          inside = true;
          if (wanted.whole && cursor.length > wanted.start.length) break;
          visit(cursor, index);
        } else if (inside) break;
    }
}

/** Adds the terms that are spelled like a word. */
async function addAlike(
  snapshot: Snapshot,
  word: string,
  most: number,
  found: Map<string, Expansion>,
): Promise<void> {
  const forms = new Set(found.keys());
  for (const [index, { id, header }] of snapshot.segments.entries()) {
    let shapes = SHAPES.get(header);
    if (!shapes) {
      const keys = header.terms.map((_, number): ChunkKey => [id, 'd', number]);
      const held = await snapshot.chunks.hold(keys);
      shapes = new TermShapes(keys.map((key) => held.get(nameOf(...key)) ?? new Uint8Array(1)));
      SHAPES.set(header, shapes);
    }
    const alike = shapes.like(word, most).filter(({ term }) => !forms.has(term));
    const held = await snapshot.chunks.hold(alike.map(({ chunk }): ChunkKey => [id, 'd', chunk]));
    let at: { chunk: number; cursor: DictionaryCursor; passed: number } | undefined;
    for (const { chunk, place, term, distance } of alike) {
      if (at?.chunk !== chunk) {
        const bytes = held.get(nameOf(id, 'd', chunk)) ?? new Uint8Array(1);
        at = { chunk, cursor: new DictionaryCursor(bytes), passed: 0 };
      }
      for (; at.passed <= place; at.passed++) at.cursor.next();
      add(found, at.cursor, index, (FUZZY_WEIGHT * term.length) / (term.length + distance), distance);
    }
  }
}

/** The shapes of a segment's terms, kept as long as its header. */
const SHAPES = new WeakMap<Header, TermShapes>();

function prefixWeight(length: number, further: number): number {
  return further === 0 ? 1 : (PREFIX_WEIGHT * length) / (length + 0.3 * further);
}

/** The dictionary chunks that may have these entries. */
function chunksFor(firsts: readonly string[], { start, whole }: { start: string; whole: boolean }): number[] {
  const from = Math.max(0, chunkOf(firsts, start));
  const to = chunkOf(firsts, whole ? start : `${start}\uffff`);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function begins(cursor: DictionaryCursor, start: string): boolean {
  if (cursor.length < start.length) return false;
  for (let unit = 0; unit < start.length; unit++)
    if (cursor.units[unit] !== start.charCodeAt(unit)) return false;
  return true;
}

/** Adds a segment's entry to what was found. */
export function add(
  found: Map<string, Expansion>,
  cursor: DictionaryCursor,
  segment: number,
  weight: number,
  errors = 0,
): void {
  const { term, offset, bytes, mask, counts } = cursor;
  const range = { segment, offset, bytes, mask, counts };
  let frequency = 0;
  for (const count of counts) frequency += count;
  const known = found.get(term);
  if (known) {
    known.ranges.push(range);
    known.frequency += frequency;
  } else found.set(term, { term, weight, ranges: [range], frequency, errors });
}

/** The word itself and the most frequent others, within `MOST_TERMS` and `MOST_POSTINGS`. */
function capped(expansions: Expansion[], word: string): Expansion[] {
  if (expansions.length <= MOST_TERMS) return expansions;
  const chosen: Expansion[] = [];
  let room = MOST_POSTINGS;
  for (const expansion of expansions.sort(
    (a, b) => b.frequency - a.frequency || (a.term < b.term ? -1 : 1),
  )) {
    const exact = expansion.term === word;
    if (!exact && (chosen.length >= MOST_TERMS || expansion.frequency > room)) continue;
    chosen.push(expansion);
    if (!exact) room -= expansion.frequency;
  }
  return chosen;
}
