/** The terms of the index that plain words stand for when most of them are enough. */
import { type Expansion, expand } from '../query/expand';
import { lookUp } from '../query/look-up';
import type { Snapshot } from '../snapshot/snapshot';
import { asksOnly, isEmptyWord, type PlainWord } from './plain-words';
import { documentsOf, rarityOf } from './rank-words';

/** A plain word with its terms; none if the index knows nothing like it. */
export interface FoundWord extends PlainWord {
  expansions: Expansion[];
  /** What was asked itself, or what it was taken for. */
  exact: ReadonlySet<string>;
}

/** Words of a pasted text that are searched: those that tell the most. */
const MOST_WORDS = 40;
/** Words whose spelling is looked up: each is compared with the whole dictionary. */
const MOST_UNKNOWN = 8;
/** Spellings that an unknown word is taken for, the most frequent ones. */
const MOST_SPELLINGS = 4;

/** Each word with its terms. Of very many words only the rarest are left. */
export async function termsOfWords(snapshot: Snapshot, words: readonly PlainWord[]): Promise<FoundWord[]> {
  const asked = words.length > MOST_WORDS ? await mostTelling(snapshot, words) : words;
  const found = await withForms(snapshot, asked);
  const unknown = found.filter(
    (word) => word.expansions.length === 0 && !isEmptyWord(word) && !asksOnly(word),
  );
  const spelled = await spellings(
    snapshot,
    unknown.map(({ terms: [term = ''] }) => term),
  );
  for (const [index, word] of unknown.entries()) {
    word.expansions = spelled[index] ?? [];
    word.exact = new Set(word.expansions.map(({ term }) => term));
  }
  return found;
}

async function withForms(snapshot: Snapshot, words: readonly PlainWord[]): Promise<FoundWord[]> {
  const asked = words.flatMap(({ terms, wholes }) => [...terms, ...wholes]);
  const found = await expand(
    snapshot,
    asked.map((term) => ({ term, forms: true, prefix: false, fuzzy: false })),
  );
  const byTerm = new Map(asked.map((term, index) => [term, found[index] ?? []]));
  return words.map((word) => {
    const expansions = new Map<string, Expansion>();
    for (const term of [...word.terms, ...word.wholes])
      for (const one of byTerm.get(term) ?? []) expansions.set(one.term, one);
    return { ...word, expansions: [...expansions.values()], exact: new Set(word.terms) };
  });
}

/** The words that tell most about what is meant: rare ones, and those that are said often. */
async function mostTelling(snapshot: Snapshot, words: readonly PlainWord[]): Promise<PlainWord[]> {
  const known = await lookUp(
    snapshot,
    words.flatMap(({ terms }) => terms),
  );
  const worth = new Map(
    words.map((word) => {
      const papers = documentsOf(word.terms.flatMap((term) => known.get(term) ?? []));
      if (papers === 0 || isEmptyWord(word)) return [word, 0];
      const rarity = rarityOf(snapshot.live, Math.min(papers, snapshot.live)); // deleted papers are counted, too
      return [word, saidOften(word.count) * (asksOnly(word) ? 0.5 : 1) * rarity];
    }),
  );
  const best = [...words].sort((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0)).slice(0, MOST_WORDS);
  return words.filter((word) => best.includes(word));
}

/** What a word counts that a long text says `count` times (BM25's k3 of 8; Robertson and others, TREC-3, 1994). */
export function saidOften(count: number): number {
  return (9 * count) / (8 + count);
}

/** For each term, those spelled like it with the fewest errors, the most frequent ones first; only for the first terms. */
export async function spellings(snapshot: Snapshot, terms: readonly string[]): Promise<Expansion[][]> {
  const asked = terms.slice(0, MOST_UNKNOWN);
  const alike = await expand(
    snapshot,
    asked.map((term) => ({ term, forms: false, prefix: false, fuzzy: true })),
  );
  return alike.map(nearest);
}

function nearest(alike: readonly Expansion[]): Expansion[] {
  const least = Math.min(...alike.map(({ errors }) => errors));
  return alike
    .filter(({ errors }) => errors === least)
    .sort((a, b) => b.frequency - a.frequency || (a.term < b.term ? -1 : 1))
    .slice(0, MOST_SPELLINGS);
}
