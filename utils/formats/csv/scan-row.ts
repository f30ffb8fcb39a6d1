/** One row of a table of text, as RFC 4180 has it, and as people have it. */

export interface ScannedRow {
  cells: string[];
  /** Behind the break that ends it. */
  end: number;
  /** A quotation mark stands within a cell as a letter would. */
  stray: boolean;
  /** One of these stands at the beginning of a line: the cell may have swallowed other rows. */
  swallows: boolean;
  /** The last cell has no end. */
  open: boolean;
}

/** What parts cells. */
export type Delimiter = ',' | ';' | '\t' | '|';

const BARE: Record<Delimiter, RegExp> = {
  ',': /[^,\r\n]*/y,
  ';': /[^;\r\n]*/y,
  '\t': /[^\t\r\n]*/y,
  '|': /[^|\r\n]*/y,
};
/** A quotation mark in front, perhaps behind spaces. */
const QUOTE = / *"/y;
/** Spaces behind the quotation mark that ends a cell. */
const BEHIND = / +(?=[,;\t|\r\n]|$)/y;

/** The row that begins at a place. Quotation marks within bare cells are letters. */
export function scanRow(text: string, begin: number, delimiter: Delimiter): ScannedRow {
  const row: ScannedRow = { cells: [], end: begin, stray: false, swallows: false, open: false };
  let at = begin;
  for (;;) {
    at = quotedCell(text, at, delimiter, row) ?? bareCell(text, at, delimiter, row);
    if (text[at] !== delimiter) break;
    at++;
  }
  row.end = text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
  return row;
}

function bareCell(text: string, begin: number, delimiter: Delimiter, { cells }: ScannedRow): number {
  const pattern = BARE[delimiter];
  pattern.lastIndex = begin;
  cells.push(pattern.exec(text)?.[0] ?? '');
  return begin + (cells.at(-1)?.length ?? 0);
}

/** The end of a cell in quotation marks; undefined if there is none. */
function quotedCell(text: string, begin: number, delimiter: Delimiter, row: ScannedRow): number | undefined {
  QUOTE.lastIndex = begin;
  if (!QUOTE.test(text)) return undefined;
  const pieces: string[] = [];
  let from = QUOTE.lastIndex;
  let search = from;
  for (;;) {
    const quote = text.indexOf('"', search);
    if (quote < 0) {
      row.open = true;
      row.cells.push(pieces.join('') + text.slice(from));
      return text.length;
    }
    search = quote + 1;
    const next = text[search];
    if (next === '"') {
      pieces.push(text.slice(from, search));
      from = ++search;
      continue;
    }
    BEHIND.lastIndex = search;
    const end = next === ' ' && BEHIND.test(text) ? BEHIND.lastIndex : search;
    const sign = text[end];
    if (sign === undefined || sign === delimiter || sign === '\r' || sign === '\n') {
      row.cells.push(pieces.join('') + text.slice(from, quote));
      return end;
    }
    row.stray = true;
    if (/[\r\n]/.test(text[quote - 1] ?? '')) row.swallows = true;
  }
}
