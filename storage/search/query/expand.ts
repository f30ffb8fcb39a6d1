/** Which terms of the dictionaries a word of a query stands for: itself, longer ones, and ones like it. */
import { type ChunkKey, nameOf } from '../segment/chunk-key';
import { DictionaryCursor } from '../segment/dictionary';
import { chunkOf, type Header } from '../segment/segment';
import type { Snapshot } from '../snapshot/snapshot';
import { allowedErrors } from './levenshtein';
import { TermShapes } from './term-shapes';

/** Where a segment keeps the postings of a term. */
export interface Place {
  /** The segment's place in the snapshot. */
  segment: number;
  offset: number;
  bytes: number;
  mask: number;
  /** Documents by field, the deleted ones included. */
  counts: Uint32Array;
}

/** A term that a word stands for, and how much it counts. */
export interface Expansion {
  term: string;
  weight: number;
  places: Place[];
  frequency: number;
}

/** A word to be expanded; without `prefix` it stands for itself alone, with `fuzzy` also for what is spelled like it. */
export interface Wanted {
  term: string;
  prefix: boolean;
  fuzzy: boolean;
}

/** MiniSearch's weights (https://lucaong.github.io/minisearch/types/MiniSearch.SearchOptions.html). */
const PREFIX_WEIGHT = 0.375;
const FUZZY_WEIGHT = 0.45;
/** Words of one or two letters begin thousands of terms; of these the most frequent stand for all. */
const SHORT = 2;
const MOST_TERMS = 50;
const MOST_POSTINGS = 150_000;

/** What short words stand for in a snapshot: every search begins with one. */
const SHORT_WORDS = new WeakMap<Snapshot, Map<string, Expansion[]>>();

/** The terms of each word; a prefix match is never also a fuzzy one. */
export async function expand(snapshot: Snapshot, words: readonly Wanted[]): Promise<Expansion[][]> {
  const found = await Promise.all(
    words.map((word) =>
      word.prefix && word.term.length <= SHORT
        ? expandShort(snapshot, word.term)
        : expandWhole(snapshot, word),
    ),
  );
  return found;
}

async function expandWhole(snapshot: Snapshot, wanted: Wanted): Promise<Expansion[]> {
  const found = new Map<string, Expansion>();
  await eachChunk(snapshot, wanted, (cursor, segment) => {
    const further = cursor.length - wanted.term.length;
    if (further > 0 && !wanted.prefix) return;
    add(found, cursor, segment, prefixWeight(cursor.length, further));
  });
  const most = wanted.fuzzy ? allowedErrors(wanted.term) : 0;
  if (most > 0) await addAlike(snapshot, wanted.term, most, found);
  return [...found.values()];
}

/**
 * For a word of one or two letters: itself, and of the terms that begin with it the most frequent ones that fit. Of each
 * segment only as many are looked at as can be chosen: a term that is frequent in all is so in the largest.
 */
async function expandShort(snapshot: Snapshot, word: string): Promise<Expansion[]> {
  const kept = SHORT_WORDS.get(snapshot) ?? new Map<string, Expansion[]>();
  SHORT_WORDS.set(snapshot, kept);
  const known = kept.get(word);
  if (known) return known;
  const frequent = new Set<string>([word]);
  const every: { term: string; frequency: number }[][] = snapshot.segments.map(() => []);
  await eachChunk(snapshot, { term: word, prefix: true, fuzzy: false }, (cursor, segment) => {
    const best = every[segment];
    const { frequency } = cursor;
    if (!best || (best.length >= MOST_TERMS && frequency <= (best[MOST_TERMS - 1]?.frequency ?? 0))) return;
    const place = best.findIndex((other) => other.frequency < frequency);
    best.splice(place < 0 ? best.length : place, 0, { term: cursor.term, frequency });
    if (best.length > MOST_TERMS) best.pop();
  });
  for (const { term } of every.flat()) frequent.add(term);
  const found = new Map<string, Expansion>();
  await eachChunk(snapshot, { term: word, prefix: true, fuzzy: false }, (cursor, segment) => {
    if (frequent.has(cursor.term))
      add(found, cursor, segment, prefixWeight(cursor.length, cursor.length - word.length));
  });
  const chosen = capped([...found.values()], word);
  kept.set(word, chosen);
  return chosen;
}

/** Tells every entry that is a word or begins with it, segment by segment. */
async function eachChunk(
  snapshot: Snapshot,
  wanted: Wanted,
  tell: (cursor: DictionaryCursor, segment: number) => void,
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
        if (begins(cursor, wanted.term)) {
          inside = true;
          tell(cursor, index);
        } else if (inside) break;
    }
}

/** Adds the terms that are spelled like a word. The shapes of a segment's terms are kept as long as its header. */
async function addAlike(
  snapshot: Snapshot,
  word: string,
  most: number,
  found: Map<string, Expansion>,
): Promise<void> {
  for (const [index, { id, header }] of snapshot.segments.entries()) {
    let shapes = SHAPES.get(header);
    if (!shapes) {
      const keys = header.terms.map((_, number): ChunkKey => [id, 'd', number]);
      const held = await snapshot.chunks.hold(keys);
      shapes = new TermShapes(keys.map((key) => held.get(nameOf(...key)) ?? new Uint8Array(1)));
      SHAPES.set(header, shapes);
    }
    const alike = shapes.like(word, most);
    const held = await snapshot.chunks.hold(alike.map(({ chunk }): ChunkKey => [id, 'd', chunk]));
    let at: { chunk: number; cursor: DictionaryCursor; passed: number } | undefined;
    for (const { chunk, place, term, distance } of alike) {
      if (at?.chunk !== chunk) {
        const bytes = held.get(nameOf(id, 'd', chunk)) ?? new Uint8Array(1);
        at = { chunk, cursor: new DictionaryCursor(bytes), passed: 0 };
      }
      for (; at.passed <= place; at.passed++) at.cursor.next();
      add(found, at.cursor, index, (FUZZY_WEIGHT * term.length) / (term.length + distance));
    }
  }
}

const SHAPES = new WeakMap<Header, TermShapes>();

function prefixWeight(length: number, further: number): number {
  return further === 0 ? 1 : (PREFIX_WEIGHT * length) / (length + 0.3 * further);
}

/** The chunks that may hold a word, or the terms that begin with it. */
function chunksFor(firsts: readonly string[], { term, prefix }: Wanted): number[] {
  const from = Math.max(0, chunkOf(firsts, term));
  const to = prefix ? chunkOf(firsts, `${term}\uffff`) : chunkOf(firsts, term);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function begins(cursor: DictionaryCursor, start: string): boolean {
  if (cursor.length < start.length) return false;
  for (let unit = 0; unit < start.length; unit++)
    if (cursor.units[unit] !== start.charCodeAt(unit)) return false;
  return true;
}

function add(found: Map<string, Expansion>, cursor: DictionaryCursor, segment: number, weight: number): void {
  const { term, offset, bytes, mask, counts } = cursor;
  const place = { segment, offset, bytes, mask, counts };
  let frequency = 0;
  for (const count of counts) frequency += count;
  const known = found.get(term);
  if (known) {
    known.places.push(place);
    known.frequency += frequency;
  } else found.set(term, { term, weight, places: [place], frequency });
}

/** For a short word: itself, and of the terms that begin with it the most frequent ones that fit. */
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
