/** How text becomes terms: one tokeniser for the index, for queries and for highlights. */

/** A token where it stands in a text; `start` and `end` in UTF-16 units. */
export interface Token {
  term: string;
  start: number;
  end: number;
}

/** Runs of letters (with their marks) and digits, folded. */
export function tokenise(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)].map((match) => ({
    term: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Lower case without diacritics and compatibility forms: `Müller` is `muller`. */
export function fold(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word; // most words, and a tenth of the time of filling the index
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
