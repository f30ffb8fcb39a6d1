/** Simple TeX as titles and abstracts contain it, turned into words. */
import { GREEK } from './fold';

/** Text without its TeX, and where each of its UTF-16 units comes from. */
export interface Plain {
  text: string;
  /** Start and end, in the text it was read from, of what unit `i` stands for. */
  starts: number[];
  ends: number[];
}

/** An accent and its letter (`\"u`, `\'{e}`, `\c{c}`): the letter alone, as `fold` leaves it. */
const ACCENT = String.raw`\\(?:["'\x60^~=.]|[cvuHkrbdt](?![A-Za-z]))\s*(?:\{\\?(?<braced>[A-Za-z])\}|\\?(?<bare>[A-Za-z]))`;
const LETTER = String.raw`\\(?<letter>ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i|j)(?![A-Za-z])(?:\{\})?`;
const NAME = String.raw`\\(?:var)?(?<greek>${[...new Set(GREEK)].join('|')})(?![A-Za-z])`;
/** Other commands say how something looks (`\mathcal`) or are signs (`\times`). */
const COMMAND = String.raw`\\(?:[A-Za-z]+\*?|[^A-Za-z])`;
const TEX = new RegExp(`${ACCENT}|${LETTER}|${NAME}|(?<command>${COMMAND})|[{}$]`, 'gi');

/** `text` without TeX; undefined where it has none. */
export function withoutTex(text: string): Plain | undefined {
  if (!text.includes('\\') && !text.includes('$')) return undefined;
  const plain: Plain = { text: '', starts: [], ends: [] };
  let end = 0;
  for (const found of text.matchAll(TEX)) {
    for (let at = end; at < found.index; at++) push(plain, text.charAt(at), at, at + 1);
    end = found.index + found[0].length;
    push(plain, wordsOf(found, plain.text, text.charAt(end)), found.index, end);
  }
  for (let at = end; at < text.length; at++) push(plain, text.charAt(at), at, at + 1);
  return plain;
}

function wordsOf({ groups = {} }: RegExpMatchArray, before: string, next: string): string {
  const letter = groups.braced ?? groups.bare ?? groups.letter;
  if (letter !== undefined) return letter;
  if (groups.greek !== undefined) return /[\p{L}\p{N}]$/u.test(before) ? ` ${groups.greek}` : groups.greek;
  return groups.command !== undefined && next !== '{' ? ' ' : '';
}

function push(plain: Plain, words: string, start: number, end: number): void {
  plain.text += words;
  for (let unit = 0; unit < words.length; unit++) {
    plain.starts.push(start);
    plain.ends.push(end);
  }
}
