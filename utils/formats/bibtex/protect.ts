/** Which words of a title keep their capitals where a style writes titles in lower case. */

/** A word without the signs around it; `C#` and `C++` end in theirs. */
const CORE = /[\p{L}\p{N}](?:.*[\p{L}\p{M}\p{N}#+])?/u;
const CAPITAL_INSIDE = /\p{L}.*\p{Lu}/u;
const DIGIT_INSIDE = /\p{L}\p{M}*\p{N}|\p{L}.*\p{N}\p{L}/u;
/** One capital, which may have digits before it: `3D`. */
const LONE_CAPITAL = /^\p{N}*\p{Lu}$/u;
/** After it a sentence begins. */
const END = /[.:?!—–]["”’)\]]*$/u;

/** A word of a title in three parts, of which the middle one is to be put in braces; it is '' if none is. */
export type Word = [before: string, core: string, after: string];

/**
 * The words and the spaces between them, each in three parts. `Pre-Training` and `A` at the beginning of a sentence are
 * written so by whoever writes each word with a capital. `begun` tells that the title does not begin here.
 */
export function wordsOf(text: string, begun: boolean): Word[] {
  let begins = !begun;
  return text.split(/(\s+)/).map((word): Word => {
    if (word.trim() === '') return [word, '', ''];
    const [core = ''] = CORE.exec(word) ?? [];
    const keeps = keepsCapitals(core) && !(begins && core === 'A');
    begins = END.test(word);
    const at = word.indexOf(core);
    return keeps ? [word.slice(0, at), core, word.slice(at + core.length)] : [word, '', ''];
  });
}

/** A title all in capitals says nothing of its words. */
export function isShouted(title: string): boolean {
  return !/\p{Ll}/u.test(title) && (title.match(/\p{Lu}{2,}/gu) ?? []).length > 2;
}

function keepsCapitals(core: string): boolean {
  return core
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .some((part) => CAPITAL_INSIDE.test(part) || DIGIT_INSIDE.test(part) || LONE_CAPITAL.test(part));
}
