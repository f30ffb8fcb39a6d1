/** Gives words with several spellings a single one. */

/** Letters that Unicode does not decompose, with their plain forms. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ς: 'σ',
};
const STROKED = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/**
 * Lower case without diacritics, strokes, ligatures and compatibility forms: `Müller` becomes `muller`, `x²`
 * becomes `x2`.
 */
export function fold(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word; // fast path for most words; saves a tenth of the indexing time
  if (/^[A-Za-z0-9]*$/.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(STROKED, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Names of the Greek letters from α to ω. Sigma comes twice, because Unicode has the final form ς before σ. */
export const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );

/** The name of a single folded Greek letter: `α` gives `alpha`; undefined for anything else. */
export function greekName(letter: string): string | undefined {
  return letter.length === 1 ? GREEK[letter.charCodeAt(0) - 0x3b1] : undefined;
}

/** The folded Greek letter with a name from `GREEK`, ignoring case. */
export function greekLetter(name: string): string {
  return String.fromCharCode(0x3b1 + GREEK.lastIndexOf(name.toLowerCase())); // last: σ, not the final ς
}
