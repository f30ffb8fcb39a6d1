/**
 * CSV as RFC 4180 has it, for spreadsheets: with a byte-order mark, by which Excel knows UTF-8, and safe against formulas.
 * README.md tells the columns and how to read them back.
 */
import { valuesIn } from '@/utils/paper/identifiers';
import type { ExportedPaper } from '@/utils/paper/schema';
import type { FormatModule } from '../parts/format';
import { identifiersBeside } from '../parts/identifiers-beside';
import { readCsv } from './read-csv';

export const csv = {
  async read(file, { columns, onShare }) {
    return readCsv(file, columns, onShare);
  },
  async *write(batches) {
    yield `\ufeff${row(COLUMNS.map(([name]) => name))}`;
    for await (const batch of batches)
      yield batch.map(({ paper }) => row(COLUMNS.map(([, value]) => value(paper) ?? ''))).join('');
  },
} satisfies FormatModule;

type Column = [name: string, value: (paper: ExportedPaper) => string | undefined];

const COLUMNS: readonly Column[] = [
  ['title', ({ title }) => title],
  ['authors', ({ authors }) => list(authors)],
  ['author_count', ({ authors, authorCount }) => String(authorCount ?? (authors.length || ''))],
  ['date', ({ publishedAt }) => publishedAt],
  ['type', ({ type }) => type],
  ['venue', ({ venue }) => venue],
  ['volume', ({ volume }) => volume],
  ['issue', ({ issue }) => issue],
  ['pages', ({ pages }) => pages],
  ['publisher', ({ publisher }) => publisher],
  ['editors', ({ editors }) => list(editors)],
  ['organization', ({ organization }) => organization],
  ['doi', ({ identifiers }) => list(valuesIn(identifiers, 'doi'))],
  ['arxiv', ({ identifiers }) => list(valuesIn(identifiers, 'arxiv'))],
  ['arxiv_class', ({ primaryClass }) => primaryClass],
  ['identifiers', ({ identifiers }) => list(identifiersBeside(identifiers, ['doi', 'arxiv']))],
  ['isbn', ({ isbn }) => list(isbn)],
  ['issn', ({ issn }) => list(issn)],
  ['url', ({ url }) => url],
  ['code', ({ code }) => code],
  ['project', ({ project }) => project],
  ['abstract', ({ abstract }) => abstract],
  ['tags', ({ tags }) => list(tags)],
  ['status', ({ status }) => status],
  ['starred', ({ starred }) => String(starred)],
  ['note', ({ note }) => note],
  ['saved', ({ savedAt }) => savedAt],
];

/** A spreadsheet takes such a cell for a formula, also in the wide forms of East Asia. https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string): string {
  const text = value.toWellFormed();
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Several values in one cell. A semicolon within a value, and a backslash, have a backslash before them. */
function list(values: readonly string[] | undefined): string {
  return (values ?? []).map((value) => value.replace(/[\\;]/g, '\\$&')).join('; ');
}
