/**
 * The stem that forms of an English word share (Porter2, https://snowballstem.org/algorithms/english/stemmer.html).
 * Stems are for comparing only: `general` and `generous` have different ones, but neither is a word.
 */
import { stem } from 'porter2';

/** Terms that have forms: English letters only, so neither identifiers nor versions nor other scripts. */
const ENGLISH = /^[a-z]{3,}$/;
const SHORTEST_ROOT = 3;

/** The stem of a term as `tokenise` returns it; the term itself if it has no forms. */
export function stemOf(term: string): string {
  return ENGLISH.test(term) ? stem(term) : term;
}

/** What all forms of a term begin with; undefined if it has none, or if too much begins so. */
export function rootOf(term: string): string | undefined {
  if (!ENGLISH.test(term)) return undefined;
  const known = stem(term).replace(/[ei]$/, ''); // `use`, `using`; `study` and `studies` have the stem `studi`
  let shared = 0;
  while (shared < known.length && known[shared] === term[shared]) shared++;
  return shared < SHORTEST_ROOT ? undefined : term.slice(0, shared);
}
