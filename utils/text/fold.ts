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
  // Arabic letters that keyboards of several languages write differently.
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ٱ: 'ا',
};
const STROKED = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** Marks that only say how a word is pronounced. In Indian scripts, Thai or Khmer, marks are vowels and stay. */
const ACCENT_MARKS = String.raw`[[\p{M}&&[\p{sc=Zinh}\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}]]--[\u3099\u309a]]`;
/** The Arabic stretching stroke, and letters that transliterations use as apostrophes. */
const NO_LETTERS = String.raw`[\u0640\u02b9-\u02bf]`;
const ACCENTS = new RegExp(`${ACCENT_MARKS}|${NO_LETTERS}`, 'gv');

/** Decomposed text without accents. */
export function withoutAccents(text: string): string {
  return text.replace(ACCENTS, '');
}

/**
 * Lower case without accents, strokes, ligatures, compatibility forms and signs: `Müller` becomes `muller`, `x²` becomes
 * `x2`. Digits of all scripts become those of ASCII.
 */
export function fold(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word; // fast path for most words; saves a tenth of the indexing time
  if (/^[A-Za-z0-9]*$/.test(word)) return word.toLowerCase();
  return withoutAccents(word.normalize('NFKD'))
    .toLowerCase()
    .replace(STROKED, (letter) => PLAIN[letter] ?? letter)
    .replace(/[\p{Nd}--[0-9]]/gv, digitOf)
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
    .normalize('NFC');
}

/** Each script has its digits in a row, which begins at an address that ends in 0 or 6. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const first = /\p{Nd}/u.test(String.fromCodePoint(code & ~15)) ? 0 : 6;
  return String((code & 15) - first);
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
