/** Reads tables of papers: our own, those of programs and databases, and those that people keep. */
import { cut, oneLine } from '@/utils/text/clean';
import type { ColumnField, Columns } from '../parts/columns';
import type { FileEntry } from '../parts/file-entry';
import type { Reading } from '../parts/format';
import { isBinary } from '../parts/is-binary';
import type { OnShare } from '../parts/progress';
import type { Refusal } from '../parts/refusal';
import type { SourceFile } from '../parts/source-file';
import { findTable, type Table, withColumns } from './find-table';
import { isOwnHeader, readOwnRow } from './own-row';
import { type RowEntry, readRow } from './read-row';
import { scanTable, type TableRow } from './scan-table';

const LONGEST_TITLE = 200;
/** A file that begins so is another format, or text. */
const OTHER = /^\s*[{<@]|^\s*\[[\s{[]/;

/**
 * The papers of a table; undefined if a text is none. A file that is called `.csv` or `.tsv` is one whatever it holds, so that
 * the person can say what its columns are. Never throws.
 */
export function readCsv(
  { text, name }: Pick<SourceFile, 'text' | 'name'>,
  told: Columns | undefined,
  onShare?: OnShare,
): Reading | undefined {
  const sure = /\.(?:csv|tsv|tab)$/i.test(name);
  if (!sure && OTHER.test(text.slice(0, 1000))) return undefined;
  const found = findTable(text, sure);
  if (!found) return undefined;
  const table = withColumns(found, told);
  const isOwn = isOwnHeader(table.headings);
  if (!isOwn && isBinary(text)) return undefined;
  const reading = readRows(text, table, isOwn, onShare);
  return isOwn ? reading : { ...reading, columns: columnsOf(table) };
}

type ReadCells = (cells: readonly string[]) => RowEntry;

function readRows(text: string, table: Table, isOwn: boolean, onShare: OnShare | undefined): Reading {
  const read = isOwn ? ownReader(table) : readerOf(table);
  const [entries, refused]: [FileEntry[], Refusal[]] = [[], []];
  const unkept = isOwn ? [] : unkeptColumns(table);
  const counts = new Map<string, number>();
  let truncated = false;
  let place = 0;
  for (const row of scanTable(text, table.delimiter, 0, table.width, onShare)) {
    if (row.line <= table.headLine || isRule(row)) continue;
    place++;
    const { line } = row;
    const reason = row.broken ? 'notARecord' : isTooLong(row, table.width) ? 'notARecord' : undefined;
    if (row.broken === 'end') truncated = true;
    const entry = reason ? undefined : read(row.cells);
    if (entry && isNamed(entry)) entries.push({ ...entry, place, line });
    else refused.push({ place, line, ...titled(row, table), reason: reason ?? 'unnamed' });
    for (const index of unkept)
      if (row.cells[index]?.trim()) {
        const heading = table.headings[index] ?? '';
        counts.set(heading, (counts.get(heading) ?? 0) + 1);
      }
  }
  return {
    papers: [],
    entries,
    refused,
    unkept: Object.fromEntries(counts),
    ...(truncated && { problem: 'truncated' as const }),
  };
}

/** The reader of rows whose columns are told by their headings. */
function readerOf({ fields }: Table): ReadCells {
  const places = new Map<ColumnField, number[]>();
  for (const [index, field] of fields.entries()) places.set(field, [...(places.get(field) ?? []), index]);
  return (cells) =>
    readRow((field) => (places.get(field) ?? []).flatMap((index) => cells[index]?.trim() || []));
}

/** The reader of our own rows. */
function ownReader({ headings }: Table): ReadCells {
  const places = new Map(headings.map((heading, index) => [heading, index]));
  return (cells) => readOwnRow((heading) => cells[places.get(heading) ?? -1] ?? '');
}

/** A table in Markdown has a rule below its headings. */
function isRule({ cells }: TableRow): boolean {
  return cells.every((cell) => /^\s*:?-*:?\s*$/.test(cell));
}

/** Cells behind those that have headings: a delimiter stands where it should not. */
function isTooLong({ cells }: TableRow, width: number): boolean {
  return cells.slice(width).some((cell) => cell.trim() !== '');
}

function isNamed({ card }: RowEntry): boolean {
  return Boolean(card.title || card.abstract) || Object.keys(card.identifiers).length > 0;
}

function titled({ cells }: TableRow, { fields }: Table): { title?: string } {
  const stated = cells[fields.indexOf('title')] || cells.find((cell) => cell.trim() !== '') || '';
  const title = cut(oneLine(stated.slice(0, 2000)), LONGEST_TITLE);
  return title ? { title } : {};
}

function unkeptColumns({ fields }: Table): number[] {
  return [...fields.keys()].filter((index) => fields[index] === 'none');
}

function columnsOf({ headings, fields }: Table): Columns {
  return Object.fromEntries(headings.map((heading, index) => [heading, fields[index] ?? 'none']));
}
