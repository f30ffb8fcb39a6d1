/** Plain-text cleaning, shared by sites, normalisation and search. Pure; strings in, strings out. */

// Control characters and the invisible marks that reorder text: a page could hide what a title really says.
// https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
const INVISIBLE = /[\p{Cc}\p{Bidi_Control}\u00ad\u200b\u2060-\u2065\ufeff]/gu;

/** One line: Unicode NFC, no control or bidi characters, every run of white space one space. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(/ +/g, ' ')
    .normalize('NFC')
    .trim();
}

/** Like `oneLine`, but blank lines stay as paragraph breaks; hard line breaks inside a paragraph go. */
export function paragraphs(text: string): string {
  return text
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map(oneLine)
    .filter(Boolean)
    .join('\n\n');
}

/** At most `limit` UTF-16 units, the last of them `…` where something was cut; never half a surrogate pair. */
export function cut(text: string, limit: number): string {
  return text.length <= limit
    ? text
    : `${text
        .slice(0, limit - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')
        .trimEnd()}…`;
}

/** Letters and digits only, folded (`Müller` is `muller`), lower case: for keys, never shown. */
export function squash(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
