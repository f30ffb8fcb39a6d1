/** One spelling for words that people write in several. */

/** Letters that Unicode does not take apart, as they are written without their strokes. */
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

/** Lower case without diacritics, strokes, ligatures and compatibility forms: `Müller` is `muller`, `x²` is `x2`. */
export function fold(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word; // most words, and a tenth of the time of filling the index
  if (/^[A-Za-z0-9]*$/.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(STROKED, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Names of the Greek letters from α to ω. */
export const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );

/** The name of a folded Greek letter that stands alone: `α` is `alpha`; undefined for anything else. */
export function greekName(letter: string): string | undefined {
  return letter.length === 1 ? GREEK[letter.charCodeAt(0) - 0x3b1] : undefined;
}

/** The folded Greek letter with a name of `GREEK`, in any case. */
export function greekLetter(name: string): string {
  return String.fromCharCode(0x3b1 + GREEK.lastIndexOf(name.toLowerCase())); // of the two sigmas not the final one
}
