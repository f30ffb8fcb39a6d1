/** Text rewritten so that it can be compared, with the way back to where each letter stands. */

/** Rewritten text, and where each of its UTF-16 units comes from. */
export interface Plain {
  text: string;
  /** Start and end, in the text it was read from, of what unit `i` stands for. */
  starts: number[];
  ends: number[];
}

/** What stands for something found; `before` is the new text so far, `next` the old character behind it. */
type Replace = (found: RegExpExecArray, before: string, next: string) => string;

/** `text` with all that `pattern` (global) finds replaced; undefined where it finds nothing. */
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

/** What nobody sees; white space parts words. The library stores most texts without it (`oneLine`), but not notes. */
const HIDDEN = String.raw`(?<hidden>[[\p{Cc}\p{Bidi_Control}\u00ad\u200b\u2060-\u2065]--\s])`;
/** Korean and Japanese letters in several characters, also half-width ones with the mark of their voice. */
const HANGUL = String.raw`[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?`;
const KANA = String.raw`[\u3041-\u30fe\uff66-\uff9d][\u3099\u309a\uff9e\uff9f]`;
const LOOSE = new RegExp(`${HIDDEN}|${HANGUL}|${KANA}`, 'gv');

/** `text` without what is hidden in it and with each letter in one character; undefined where it is so already. */
export function composed(text: string): Plain | undefined {
  return rewritten(text, LOOSE, ({ 0: found, groups }) => (groups?.hidden ? '' : found.normalize('NFKC')));
}

function push(plain: Plain, words: string, start: number, end: number): void {
  plain.text += words;
  for (let unit = 0; unit < words.length; unit++) {
    plain.starts.push(start);
    plain.ends.push(end);
  }
}
