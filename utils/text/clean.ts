/** Plain-text cleaning, shared by sites, normalisation and search. Pure; strings in, strings out. */

// Control characters and invisible marks that reorder text; with them a page could disguise a title.
// https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
const INVISIBLE = /[\p{Cc}\p{Bidi_Control}\u00ad\u200b\u2060-\u2065\ufeff]/gu;

/** A text on one line: Unicode NFC, without control or bidi characters, every run of whitespace a single space. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\S ]/g, ' ') // single spaces stay: replacing each takes most of the time
    .replace(INVISIBLE, '')
    .replace(/ {2,}/g, ' ')
    .normalize('NFC')
    .trim();
}

/** Like `oneLine`, but keeps blank lines as paragraph breaks. Other line breaks become spaces. */
export function paragraphs(text: string): string {
  return text
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map(oneLine)
    .filter(Boolean)
    .join('\n\n');
}

/**
 * Cuts a text to `limit` UTF-16 units, the last of them `…` if anything was cut. Never splits a surrogate pair.
 */
export function cut(text: string, limit: number): string {
  return text.length <= limit
    ? text
    : `${text
        .slice(0, limit - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')
        .trimEnd()}…`;
}

/** Only letters and digits, folded (`Müller` becomes `muller`) and lower case. For keys, never for display. */
export function squash(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
