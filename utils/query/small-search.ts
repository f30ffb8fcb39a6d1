/**
 * MiniSearch, set up once: for collections that live in memory for a moment, and for the tests that hold the library's
 * own index against it. Load it when it is needed: no page starts with it.
 */
// biome-ignore lint/style/noRestrictedImports: MiniSearch is pure, and this is the one file that knows it.
import MiniSearch from 'minisearch';
import { FIELD_NAMES, type FieldName, rowOf, type SearchedField } from '@/utils/paper/fields';
import { queryTerms, tokenise } from '@/utils/text/tokens';

/** How much a match in each field counts. */
const BOOSTS: Partial<Record<FieldName, number>> = Object.fromEntries(
  FIELD_NAMES.flatMap((name) => {
    const { weight } = rowOf(name);
    return weight === undefined ? [] : [[name, weight]];
  }),
);

/** The texts of one document; a field that it lacks counts as empty. */
export type Texts = Partial<Record<SearchedField, string>>;

/**
 * Finds documents that have every word of a text, or a longer word that begins with it, with their scores, the best
 * first. `fuzzy`: one that is spelled alike will do.
 */
export type SmallSearch<T> = (text: string, fuzzy: boolean) => Map<T, number>;

/** A search over `documents`, which are indexed at once. */
export function createSmallSearch<T>(
  documents: Iterable<T>,
  textsOf: (document: T) => Texts,
): SmallSearch<T> {
  const all = [...documents];
  const index = new MiniSearch<{ id: number; texts: Texts }>({
    fields: Object.keys(BOOSTS),
    // An absent field would not count towards the mean length; the library's index has every field of every paper.
    extractField: ({ id, texts }, name) => (name === 'id' ? id : (texts[name as keyof Texts] ?? '')),
    tokenize: (text) => tokenise(text).map(({ term }) => term),
    processTerm: (term) => term,
  });
  index.addAll(all.map((document, id) => ({ id, texts: textsOf(document) })));
  return (text, fuzzy) => {
    const found = index.search(text, {
      combineWith: 'AND',
      boost: BOOSTS,
      prefix: true,
      fuzzy: (term) => fuzzy && mayBeMisspelled(term) && 0.2,
      tokenize: queryTerms,
    });
    return new Map(found.map(({ id, score }) => [all[id] as T, score]));
  };
}

/** Not short words, and none with a digit: another year or number is another thing. */
function mayBeMisspelled(term: string): boolean {
  return term.length >= 4 && !/\p{N}/u.test(term);
}
