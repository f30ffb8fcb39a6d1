/** Which terms of the dictionaries a word of a query stands for: itself, longer ones, and ones like it. */
import { type ChunkKey, type Held, nameOf } from './chunk-cache';
import { DictionaryCursor } from './dictionary';
import { allowedErrors, Levenshtein } from './levenshtein';
import { chunkOf } from './segment';
import type { Snapshot } from './snapshot';

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

/** The terms of each word; a prefix match is never also a fuzzy one. */
export async function expand(snapshot: Snapshot, words: readonly Wanted[]): Promise<Expansion[][]> {
  const errors = words.map(({ term, fuzzy }) => (fuzzy ? allowedErrors(term.length) : 0));
  const every = errors.some((count) => count > 0);
  const keys: ChunkKey[] = [];
  for (const { id, header } of snapshot.segments) {
    if (every) for (const number of header.terms.keys()) keys.push([id, 'd', number]);
    else
      for (const word of words)
        for (const number of chunksFor(header.terms, word)) keys.push([id, 'd', number]);
  }
  const held = await snapshot.chunks.hold(keys);
  const found = words.map(() => new Map<string, Expansion>());
  for (const [index, { header, id }] of snapshot.segments.entries()) {
    for (const [word, wanted] of words.entries())
      for (const number of chunksFor(header.terms, wanted))
        findPrefixes(held.get(nameOf(id, 'd', number)), index, wanted, found[word] ?? new Map());
    if (every) findFuzzy(held, snapshot, index, words, errors, found);
  }
  return found.map((expansions, index) => capped([...expansions.values()], words[index]?.term ?? ''));
}

/** The chunks that may hold a word, or the terms that begin with it. */
function chunksFor(firsts: readonly string[], { term, prefix }: Wanted): number[] {
  const from = Math.max(0, chunkOf(firsts, term));
  const to = prefix ? chunkOf(firsts, `${term}\uffff`) : chunkOf(firsts, term);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function findPrefixes(
  chunk: Uint8Array | undefined,
  segment: number,
  { term, prefix }: Wanted,
  found: Map<string, Expansion>,
): void {
  if (!chunk) return;
  const cursor = new DictionaryCursor(chunk);
  let inside = false;
  while (cursor.next()) {
    if (!begins(cursor, term)) {
      if (inside) return;
      continue;
    }
    inside = true;
    const further = cursor.length - term.length;
    if (further > 0 && !prefix) return;
    const weight = further === 0 ? 1 : (PREFIX_WEIGHT * cursor.length) / (cursor.length + 0.3 * further);
    add(found, cursor, segment, weight);
  }
}

function findFuzzy(
  held: Held,
  { segments }: Snapshot,
  index: number,
  words: readonly Wanted[],
  errors: readonly number[],
  found: Map<string, Expansion>[],
): void {
  const segment = segments[index];
  const walks = words.flatMap(({ term }, word) => {
    const most = errors[word] ?? 0;
    return most > 0 ? [{ term, found: found[word] ?? new Map(), walk: new Levenshtein(term, most) }] : [];
  });
  for (const number of segment?.header.terms.keys() ?? []) {
    const chunk = held.get(nameOf(segment?.id ?? 0, 'd', number));
    if (!chunk) continue;
    const cursor = new DictionaryCursor(chunk);
    while (cursor.next())
      for (const { term, found, walk } of walks) {
        const distance = walk.next(cursor.units, cursor.length, cursor.shared);
        if (distance > 0 && !begins(cursor, term))
          add(found, cursor, index, (FUZZY_WEIGHT * cursor.length) / (cursor.length + distance));
      }
  }
}

function begins(cursor: DictionaryCursor, start: string): boolean {
  if (cursor.length < start.length) return false;
  for (let unit = 0; unit < start.length; unit++)
    if (cursor.units[unit] !== start.charCodeAt(unit)) return false;
  return true;
}

function add(found: Map<string, Expansion>, cursor: DictionaryCursor, segment: number, weight: number): void {
  const { term, offset, bytes, mask, frequency } = cursor;
  const place = { segment, offset, bytes, mask, counts: cursor.counts.slice() };
  const known = found.get(term);
  if (known) {
    known.places.push(place);
    known.frequency += frequency;
  } else found.set(term, { term, weight, places: [place], frequency });
}

/** For a short word: itself, and of the terms that begin with it the most frequent ones that fit. */
function capped(expansions: Expansion[], word: string): Expansion[] {
  if (word.length > SHORT || expansions.length <= MOST_TERMS) return expansions;
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
