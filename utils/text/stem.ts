/**
 * The stem that forms of an English word share (Porter2, https://snowballstem.org/algorithms/english/stemmer.html).
 * Stems are for comparing only: they need not be words, and now and then two words share one (`universe`, `university`).
 */
import { stem } from 'porter2';

/** Terms that have forms: English letters only, so neither identifiers nor versions nor other scripts. */
const ENGLISH = /^[a-z]{3,}$/;
const SHORTEST_ROOT = 3;

/** The stem of a term as `tokenise` returns it; the term itself if it has no forms. */
export function stemOf(term: string): string {
  return ENGLISH.test(term) ? stem(term) : term;
}

/** What all forms of a term begin with; undefined if it has none, or if too many words begin so (`us` of `using`). */
export function rootOf(term: string): string | undefined {
  if (!ENGLISH.test(term)) return undefined;
  const known = stem(term).replace(/[ei]$/, ''); // stems end in `e` and `i` where words may not: `route` in `routing`, `studi` in `study`
  let shared = 0;
  while (shared < known.length && known[shared] === term[shared]) shared++;
  return shared < SHORTEST_ROOT ? undefined : term.slice(0, shared);
}
