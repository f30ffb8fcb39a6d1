/** Where the table of a file begins, what parts its cells, and what its columns are. */
import { canonicalArxivId, canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import type { ColumnField, Columns } from '../parts/columns';
import { fieldsOf } from './headings';
import type { Delimiter } from './scan-row';
import { scanTable, type TableRow } from './scan-table';

export interface Table {
  delimiter: Delimiter;
  headings: string[];
  fields: ColumnField[];
  /** Rows up to this line, counted from 1, are no papers. */
  headLine: number;
  /** Cells of a row. */
  width: number;
}

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
/** What is looked at to tell these. */
const SAMPLE = 300_000;
const ROWS = 200;
/** Rows among which the headings may be. */
const HEAD = 30;
/** Most columns that a row can have beyond its headings. */
const MOST_COLUMNS = 500;
const SEPARATOR = /^\uFEFF?sep=([,;\t|])\r?\n/i;
const NAMING: readonly ColumnField[] = ['title', 'doi', 'arxiv', 'pmid', 'pmcid', 'url'];

interface Candidate {
  delimiter: Delimiter;
  rows: TableRow[];
  head: number;
  fields: ColumnField[];
  known: number;
}

/** The table in a text; undefined if no row has headings that name papers, unless it is `sure` to be a table. */
export function findTable(text: string, sure: boolean): Table | undefined {
  const told = SEPARATOR.exec(text.slice(0, 20))?.[1] as Delimiter | undefined;
  const sample = text.slice(0, SAMPLE);
  const candidates = (told ? [told] : DELIMITERS).map((delimiter) => candidateOf(sample, delimiter));
  const best = candidates.reduce((a, b) => (b.known > a.known ? b : a));
  if (best.known >= 2 || (sure && best.known === 1)) return tableOf(best);
  return sure ? bareTable(candidates) : undefined;
}

/** The row that has most headings we know. */
function candidateOf(sample: string, delimiter: Delimiter): Candidate {
  const rows: TableRow[] = [];
  for (const row of scanTable(sample, delimiter)) {
    rows.push(row);
    if (rows.length === ROWS) break;
  }
  const best: Candidate = { delimiter, rows, head: 0, fields: [], known: 0 };
  for (const [index, { cells }] of rows.slice(0, HEAD).entries()) {
    const fields = fieldsOf(cells);
    const known = new Set(fields.filter((field) => field !== 'none')).size;
    if (known > best.known && fields.some((field) => NAMING.includes(field)))
      Object.assign(best, { head: index, fields, known });
  }
  return best;
}

function tableOf({ delimiter, rows, head, fields }: Candidate): Table {
  const { cells = [], line = 0 } = rows[head] ?? {};
  const body = rows.slice(head + 1);
  const width = widthOf(cells.length, body);
  const headings = headingsOf([...cells, ...Array<string>(width - cells.length).fill('')]);
  const guessed = headings.map((_, index) => {
    const field = fields[index] ?? 'none';
    return field === 'none' ? fieldOfValues(body, index, fields) : field;
  });
  return { delimiter, headings, fields: guessed, headLine: line, width };
}

/** A table whose headings we do not know, or that has none. */
function bareTable(candidates: readonly Candidate[]): Table | undefined {
  const best = candidates.reduce((a, b) => (usualWidth(b.rows) > usualWidth(a.rows) ? b : a));
  const [first] = best.rows;
  if (!first) return undefined;
  const isPaper = first.cells.some((cell) => identifierIn(cell) !== undefined);
  const width = widthOf(first.cells.length, best.rows);
  // A column of addresses or DOIs is a text that says them.
  if (isPaper && width === 1) return undefined;
  const body = isPaper ? best.rows : best.rows.slice(1);
  const headings = isPaper
    ? Array.from({ length: width }, (_, index) => String(index + 1))
    : headingsOf([...first.cells, ...Array<string>(width - first.cells.length).fill('')]);
  const fields: ColumnField[] = [];
  for (const index of headings.keys()) fields.push(fieldOfValues(body, index, fields));
  return { delimiter: best.delimiter, headings, fields, headLine: isPaper ? 0 : first.line, width };
}

/** As many as there are headings, or more if most rows have more. */
function widthOf(headings: number, body: readonly TableRow[]): number {
  const longer = body.filter(({ cells }) => cells.length > headings);
  const width = 2 * longer.length > body.length ? usualWidth(longer) : headings;
  return width > MOST_COLUMNS ? headings : Math.max(headings, width);
}

/** The number of cells that most rows have. */
function usualWidth(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [[width] = [0]] = [...counts].sort((a, b) => b[1] - a[1]);
  return width;
}

/** Each once: a heading names one column. One that is missing is a number. */
function headingsOf(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const name = cell.replace(/\s+/g, ' ').trim().slice(0, 200) || String(index + 1);
    let unique = name;
    for (let count = 2; taken.has(unique); count++) unique = `${name} (${count})`;
    taken.add(unique);
    return unique;
  });
}

/** What most of the values of a column are, if it is an identifier that no other column is. */
function fieldOfValues(rows: readonly TableRow[], index: number, known: readonly ColumnField[]): ColumnField {
  const values = rows.map(({ cells }) => cells[index]?.trim() ?? '').filter(Boolean);
  for (const field of ['doi', 'arxiv', 'url'] as const)
    if (!known.includes(field) && values.length > 0) {
      const found = values.filter((value) => identifierIn(value) === field).length;
      if (found > 0.6 * values.length) return field;
    }
  return 'none';
}

function identifierIn(cell: string): 'doi' | 'arxiv' | 'url' | undefined {
  const value = cell.trim().slice(0, 2048);
  if (/\s/.test(value)) return undefined;
  if (/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)?10\.\d{4,9}\//i.test(value))
    return canonicalIdentifiers('doi', value).length > 0 ? 'doi' : undefined;
  if (canonicalArxivId(value.replace(/^https?:\/\/arxiv\.org\/\w+\//i, ''))) return 'arxiv';
  return /^https?:\/\//i.test(value) ? 'url' : undefined;
}

/** What the columns are taken for, where the person does not say otherwise. */
export function withColumns(table: Table, told: Columns | undefined): Table {
  if (!told) return table;
  const fields = table.headings.map(
    (heading, index) => (Object.hasOwn(told, heading) && told[heading]) || table.fields[index] || 'none',
  );
  return { ...table, fields };
}
