/** Names that the library knows, and which of them a typed text can mean. */
import { tagKey } from '@/utils/paper/tags';

/** A name as it is written, and how many papers have it, if that is known. */
export interface NameCount {
  name: string;
  papers?: number;
}

/** Names ready to be looked up with every letter typed. */
export interface KnownName extends NameCount {
  /** Folded: without case and accents. */
  key: string;
  words: readonly string[];
}

export function knownNames(names: readonly NameCount[]): KnownName[] {
  return names.map((name) => {
    const key = tagKey(name.name);
    return { ...name, key, words: wordsOf(key) };
  });
}

/**
 * The names that `typed` can mean: first those that begin with it, then those in which each of its words begins a word. Both
 * in the order in which they were given.
 */
export function namesFor(known: readonly KnownName[], typed: string): KnownName[] {
  const wanted = tagKey(typed);
  const words = wordsOf(wanted);
  const first: KnownName[] = [];
  const others: KnownName[] = [];
  for (const name of known) {
    if (name.key.startsWith(wanted)) first.push(name);
    else if (words.length > 0 && words.every((word) => name.words.some((one) => one.startsWith(word))))
      others.push(name);
  }
  return [...first, ...others];
}

/** How often each name stands in these lists, the most frequent first; of those as frequent, the one that comes first. */
export function countNames(lists: readonly (readonly string[])[]): { name: string; papers: number }[] {
  const papers = new Map<string, number>();
  for (const list of lists) for (const name of new Set(list)) papers.set(name, (papers.get(name) ?? 0) + 1);
  return [...papers].map(([name, count]) => ({ name, papers: count })).sort((a, b) => b.papers - a.papers);
}

function wordsOf(key: string): string[] {
  return key.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
