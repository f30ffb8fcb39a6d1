/** The rows of a table of text, one by one. A broken row takes no good one with it. */

import { type OnShare, sharesOf } from '../parts/progress';
import { Cursor } from '../parts/reading/cursor';
import { type Delimiter, type ScannedRow, scanRow } from './scan-row';

export interface TableRow {
  cells: readonly string[];
  /** The line on which it begins, counted from 1. */
  line: number;
  /** Its quotation marks do not fit, or the file ends within it. */
  broken?: 'row' | 'end';
}

/** Lines that are looked at to tell a row without an end from the end of a file that was cut off. */
const LOOKED_AT = 20;
const BREAK = /\r\n?|\n/g;

/**
 * Rows from a place on, without empty ones. `width` is the number of cells that rows have, if it is known: with it, rows with
 * quotation marks that do not fit are told. Time is linear in the text.
 */
export function* scanTable(
  text: string,
  delimiter: Delimiter,
  from = 0,
  width = Number.NaN,
  onShare?: OnShare,
): Generator<TableRow> {
  const cursor = new Cursor(text);
  // A broken row is read up to where it seems to end, and then from its second line on.
  let spare = 1_000_000 + 5 * text.length;
  const tell = sharesOf(text.length, onShare);
  for (let at = from; at < text.length; ) {
    tell(at);
    if (text[at] === '\n' || text[at] === '\r') {
      at++;
      continue;
    }
    const line = cursor.lineOf(at);
    const row = spare > 0 ? scanRow(text, at, delimiter) : scanLine(text, at, delimiter);
    if (!isBroken(row, width)) {
      if (row.cells.some((cell) => cell.trim() !== '')) yield { cells: row.cells, line };
      at = row.end;
      continue;
    }
    spare -= row.end - at;
    const next = lineEnd(text, at);
    const cutOff = spare > 0 && row.open && !rowsFollow(text, next, delimiter, width);
    yield { cells: scanLine(text, at, delimiter).cells, line, broken: cutOff ? 'end' : 'row' };
    if (cutOff) return;
    at = next;
  }
}

function isBroken({ open, swallows, stray, cells }: ScannedRow, width: number): boolean {
  if (Number.isNaN(width)) return false;
  return open || swallows || (stray && cells.length !== width);
}

/** A row that ends with its line, whatever its quotation marks say. */
function scanLine(text: string, at: number, delimiter: Delimiter): ScannedRow {
  const end = lineEnd(text, at);
  const row = scanRow(text.slice(at, end).replace(/[\r\n]+$/, ''), 0, delimiter);
  return { ...row, end };
}

function lineEnd(text: string, at: number): number {
  BREAK.lastIndex = at;
  return BREAK.test(text) ? BREAK.lastIndex : text.length;
}

/** Whether the lines that follow look like rows. */
function rowsFollow(text: string, from: number, delimiter: Delimiter, width: number): boolean {
  let [lines, rows, at] = [0, 0, from];
  while (at < text.length && lines < LOOKED_AT) {
    const { cells, end } = scanLine(text, at, delimiter);
    lines++;
    if (cells.length === width) rows++;
    at = end;
  }
  return lines > 0 && 2 * rows > lines;
}
