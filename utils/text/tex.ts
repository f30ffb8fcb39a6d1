/** Turns the simple TeX in titles and abstracts into words. */
import { GREEK, greekLetter } from './fold';
import { type Plain, rewritten } from './plain';

/**
 * An accent and its letter (`\"u`, `\'{e}`, `\c{c}`, `\c c`). Only the letter stays, as in `fold`. No space is
 * allowed after punctuation accents, although TeX allows it: in `the \"attention\" layer` they are quotation
 * marks.
 */
const ACCENT = String.raw`\\(?:["'\x60^~=.]|[cvuHkrbdt](?![A-Za-z])\s*)(?:\{\\?(?<braced>[A-Za-z])\}|\\?(?<bare>[A-Za-z]))`;
const LETTER = String.raw`\\(?<letter>ss|ae|AE|oe|OE|aa|AA|o|O|(?:el)?l|L|i|j)(?![A-Za-z])(?:\{\})?`;
const NAME = String.raw`\\(?:var)?(?<greek>${[...new Set(GREEK)].join('|')})(?![A-Za-z])`;
const OPERATOR = String.raw`\\(?<operator>arg|cos|det|dim|exp|gcd|inf|ker|lim|ln|log|max|min|Pr|sin|sup|tanh?)(?![A-Za-z])`;
/** Other commands are formatting (`\mathcal`) or symbols (`\times`). */
const COMMAND = String.raw`\\(?:[A-Za-z]+\*?|[^A-Za-z])`;
const TEX = new RegExp(`${ACCENT}|${LETTER}|${NAME}|${OPERATOR}|(?<command>${COMMAND})|[{}$]`, 'gi');

/** `text` without TeX; undefined if it has none. */
export function withoutTex(text: string): Plain | undefined {
  return text.includes('\\') || text.includes('$') ? rewritten(text, TEX, wordsOf) : undefined;
}

function wordsOf({ groups = {} }: RegExpExecArray, before: string, next: string): string {
  const letter = groups.braced ?? groups.bare ?? groups.letter;
  if (letter !== undefined) return letter === 'ell' ? 'l' : letter;
  // The letter and not its name, so that `$\beta$VAE` reads the same as `βVAE`. A space keeps two in a row apart.
  if (groups.greek !== undefined) return (/[α-ω]$/.test(before) ? ' ' : '') + greekLetter(groups.greek);
  if (groups.operator !== undefined) {
    const left = /[\p{L}\p{N}]$/u.test(before) ? ' ' : '';
    return left + groups.operator + (/[\p{L}\p{N}\\{]/u.test(next) ? ' ' : '');
  }
  return groups.command !== undefined && next !== '{' ? ' ' : '';
}
