/** Texts in Markdown, of CommonMark as of GitHub and Obsidian, so that they stay texts. https://spec.commonmark.org/0.31.2/ */

/**
 * What Markdown would read as its own within a line. With GitHub and Obsidian that is also strokes, formulas, tables, tags,
 * highlights, comments and bare addresses.
 */
const OWN =
  /[\\[\]`*_<>~$|]|(?<=\])\(|&(?=#?\w+;)|(?<![\p{L}\p{N}])#(?=[\p{L}\p{N}_/-])|=(?==)|(?<==)=|%(?=%)|(?<=%)%|(?<=\b(?:https?|ftp)):|(?<=\bwww)\.|(?<=[\w.+-])@(?=\w)/giu;
/** What would begin a heading, a list or another block. */
const BEGINNING = /^(?:(?=[-+#=:%])|(\d{1,9})(?=[.)](?:\s|$)))/;

/** A text within a line. */
export function markdownText(text: string): string {
  return text.replace(OWN, '\\$&');
}

/** A text that stands alone on its line. */
export function markdownLine(text: string): string {
  return markdownText(text).replace(BEGINNING, (_, digits = '') => `${digits}\\`);
}

/** `[text](address)`; the text alone on its line if there is no address. */
export function markdownLink(text: string, address: string | undefined): string {
  return address ? `[${markdownText(text)}](${destination(address)})` : markdownLine(text);
}

/** A person's note, which is Markdown, as a quoted block. */
export function markdownQuote(note: string): string {
  return note
    .toWellFormed()
    .trim()
    .split(/\r\n|\n|\r/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** An address that ends where it ends: https://spec.commonmark.org/0.31.2/#link-destination */
function destination(address: string): string {
  return address.toWellFormed().replace(/[()\s\\<>\p{Cc}]|&(?=#?\w+;)/gu, escapedBytes);
}

/** `encodeURIComponent` leaves parentheses as they are, and an ampersand parts the fields of a query. */
function escapedBytes(character: string): string {
  if (character === '&') return '&amp;';
  return /[()]/.test(character) ? `%${character.charCodeAt(0).toString(16)}` : encodeURIComponent(character);
}
