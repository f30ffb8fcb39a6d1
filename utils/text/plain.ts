/** Rewrites text for comparison and keeps track of where each character came from. */

/** Rewritten text, and the source of each of its UTF-16 units. */
export interface Plain {
  text: string;
  /** `starts[i]` and `ends[i]` (exclusive) are the span in the original text that unit `i` came from. */
  starts: number[];
  ends: number[];
}

/**
 * Returns the replacement for a match. `before` is the rewritten text so far, `next` the character after the
 * match.
 */
type Replace = (found: RegExpExecArray, before: string, next: string) => string;

/** `text` with all matches of `pattern` (global) replaced; undefined if there are none. */
export function rewritten(text: string, pattern: RegExp, replace: Replace): Plain | undefined {
  if (text.search(pattern) < 0) return undefined;
  const plain: Plain = { text: '', starts: [], ends: [] };
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    for (let at = end; at < found.index; at++) push(plain, text.charAt(at), at, at + 1);
    end = found.index + found[0].length;
    push(plain, replace(found, plain.text, text.charAt(end)), found.index, end);
  }
  for (let at = end; at < text.length; at++) push(plain, text.charAt(at), at, at + 1);
  return plain;
}

/**
 * Invisible characters, except whitespace, which separates words. `oneLine` removes them from most texts in the
 * library, but not from notes. Persian has a narrow gap between the parts of a word; elsewhere that is invisible, too.
 */
const HIDDEN = String.raw`(?<hidden>[[\p{Cc}\p{Bidi_Control}\u00ad\u200b\u200d\u2060-\u2065]--\s]|(?<!\p{sc=Arab})\u200c)`;
/** Korean and Japanese letters made of several characters, including half-width ones with a voicing mark. */
const HANGUL = String.raw`[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?`;
const KANA = String.raw`[\u3041-\u30fe\uff66-\uff9d][\u3099\u309a\uff9e\uff9f]`;
/** The dot between Japanese loan words, which most people leave out. */
const DOT = String.raw`(?<dot>(?<=[\u30a1-\u30fa\u30fc\uff66-\uff9f])[\u30fb\uff65](?=[\u30a1-\u30fa\uff66-\uff9d]))`;
/** The Thai and Lao vowel `am`: one character or two, with the mark of the tone before or between them. */
const AM = String.raw`(?<tone>[\u0e48-\u0e4b\u0ec8-\u0ecb]?)(?<am>[\u0e33\u0eb3])|(?<early>[\u0e48-\u0e4b\u0ec8-\u0ecb])(?<ring>[\u0e4d\u0ecd])`;
const LOOSE = new RegExp(`${HIDDEN}|${HANGUL}|${KANA}|${DOT}|${AM}`, 'gv');

/**
 * `text` without invisible characters and with each letter written in one way; undefined if that changes nothing.
 */
export function composed(text: string): Plain | undefined {
  return rewritten(text, LOOSE, ({ 0: found, groups: { hidden, dot, tone, am, early, ring } = {} }) => {
    if (hidden || dot) return '';
    if (am) return am.normalize('NFKD').replace(/^./u, (mark) => mark + tone);
    return early ? `${ring}${early}` : found.normalize('NFKC');
  });
}

function push(plain: Plain, words: string, start: number, end: number): void {
  plain.text += words;
  for (let unit = 0; unit < words.length; unit++) {
    plain.starts.push(start);
    plain.ends.push(end);
  }
}
