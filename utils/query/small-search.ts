/**
 * MiniSearch, configured once: for short-lived collections in memory, and for tests that compare the library's own
 * index with it. Import it only when needed, so that no page loads it at startup.
 */
// biome-ignore lint/style/noRestrictedImports: MiniSearch is pure, and this is the one file that knows it.
import MiniSearch, { type Query } from 'minisearch';
import { type SearchedField, WEIGHTS } from '@/utils/paper/fields';
import { queryWords, tokenise, type Writing } from '@/utils/text/tokens';

/** The texts of one document; a missing field counts as empty. */
export type Texts = Partial<Record<SearchedField, string>>;

/**
 * Finds the documents that contain every word of a text, or a longer word that starts with it. Returns their
 * scores, best first. `fuzzy` also accepts words with similar spelling.
 */
export type SmallSearch<T> = (text: string, fuzzy: boolean) => Map<T, number>;

/** What was found of a document. */
export interface SmallMatch {
  score: number;
  /** The terms of the document that matched. */
  terms: string[];
}

/** A search that is used while it grows: of thousands of documents, a page indexes some at a time. */
export interface GrowingSearch<T> {
  add(documents: Iterable<T>): void;
  /** As `SmallSearch`, in the documents that it has. */
  find(text: string, fuzzy: boolean): Map<T, SmallMatch>;
}

/** Creates a search over `documents`, which are indexed immediately. */
export function createSmallSearch<T>(
  documents: Iterable<T>,
  textsOf: (document: T) => Texts,
): SmallSearch<T> {
  const search = createGrowingSearch(textsOf);
  search.add(documents);
  return (text, fuzzy) =>
    new Map([...search.find(text, fuzzy)].map(([document, { score }]) => [document, score]));
}

/** Creates a search without documents. */
export function createGrowingSearch<T>(textsOf: (document: T) => Texts): GrowingSearch<T> {
  const all: T[] = [];
  const index = new MiniSearch<{ id: number; texts: Texts }>({
    fields: Object.keys(WEIGHTS),
    // Absent fields would not count towards the mean length, but the library's index has every field of every
    // paper.
    extractField: ({ id, texts }, name) => (name === 'id' ? id : (texts[name as keyof Texts] ?? '')),
    tokenize: (text) => tokenise(text).map(({ term }) => term),
    processTerm: (term) => term,
  });
  return {
    add(documents) {
      for (const document of documents) index.add({ id: all.push(document) - 1, texts: textsOf(document) });
    },
    find(text, fuzzy) {
      const words = queryWords(text);
      const standsFor = partsByTerm(words);
      const found = index.search(wordsQuery(words), {
        boost: WEIGHTS,
        prefix: true,
        fuzzy: (term) => fuzzy && mayBeMisspelled(term) && 0.2,
        tokenize: (term) => [term],
      });
      // MiniSearch multiplies by the number of terms that matched; a compound as one word counts as all its parts.
      return new Map(
        found.map(({ id, score, queryTerms, match }) => {
          const matched = new Set(queryTerms.flatMap((term) => standsFor.get(term) ?? []));
          return [
            all[id] as T,
            { score: (score / queryTerms.length) * matched.size, terms: Object.keys(match) },
          ];
        }),
      );
    },
  };
}

/** Every word, in any of its writings. */
function wordsQuery(words: readonly Writing[][]): Query {
  const queries = words.map((writings) => ({
    combineWith: 'OR' as const,
    queries: writings.map((terms) => ({ combineWith: 'AND' as const, queries: [...new Set(terms)] })),
  }));
  return { combineWith: 'AND', queries };
}

/** The parts that each term of a query stands for: itself, or those of the compound that it is. */
function partsByTerm(words: readonly Writing[][]): Map<string, readonly string[]> {
  const parts = new Map<string, readonly string[]>();
  for (const [first = [], ...wholes] of words) {
    for (const term of first) parts.set(term, [...(parts.get(term) ?? []), term]);
    for (const term of wholes.flat()) parts.set(term, [...(parts.get(term) ?? []), ...first]);
  }
  return parts;
}

/**
 * Whether a term may be matched fuzzily. Short words may not, and neither may terms with a digit: another year or
 * number means something else.
 */
function mayBeMisspelled(term: string): boolean {
  return term.length >= 4 && !/\p{N}/u.test(term);
}
