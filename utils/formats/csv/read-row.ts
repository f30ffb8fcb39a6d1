/** A row of a table as a paper, by what its columns are. */
import { canonicalArxivId, canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import { gatherIdentifiers, type NamedIdentifier } from '@/utils/paper/identifiers';
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { identifiersInText, identifiersOfAddress } from '@/utils/reading/addresses';
import { cut, paragraphs } from '@/utils/text/clean';
import { withoutMarkup } from '../bibtex/reading/markup';
import { readDate } from '../bibtex/reading/read-date';
import type { ColumnField } from '../parts/columns';
import type { FileEntry } from '../parts/file-entry';
import { htmlText } from '../parts/html-text';
import { readMoment } from '../parts/read-moment';
import { codesIn, dateIn, isYes, lineIn, type People, peopleIn, statusIn, tagsIn } from './cells';
import { kindIn } from './kinds';
import { type Extra, readExtra } from './zotero-extra';

const LONGEST_ABSTRACT = 20_000;
const LONGEST_NOTE = 100_000;
/** An identifier tells that; it is no journal. */
const ARXIV = /^\W*(?:arxiv\b|corr\b)/i;

/** The cells of a field that say something, in the order of the columns. */
export type CellsOf = (field: ColumnField) => readonly string[];

/** Without its place. */
export type RowEntry = Omit<FileEntry, 'place' | 'line'>;

/** What a row says of a paper, and what its owner said. */
export function readRow(cellsOf: CellsOf): RowEntry {
  const extra = readExtra(cellsOf('extra').join('\n'));
  const first = (field: ColumnField) => cellsOf(field)[0] ?? '';
  const tags = [...new Set(cellsOf('tags').flatMap(tagsIn))];
  const collections = [...new Set(cellsOf('collections').flatMap(tagsIn))];
  const notes = [...cellsOf('note').map((note) => noteIn(note)), extra.note].filter(Boolean);
  const childNotes = cellsOf('childNotes').flatMap(childNotesIn);
  const [key, status] = [lineIn(first('key')) || extra.key, statusIn(first('status'))];
  const savedAt = cellsOf('savedAt').map(momentIn).find(Boolean);
  return {
    card: cardOf(cellsOf, extra),
    ...(tags.length > 0 && { tags }),
    ...(collections.length > 0 && { collections }),
    ...(childNotes.length > 0 && { childNotes }),
    ...(notes.length > 0 && { note: notes.join('\n\n').slice(0, LONGEST_NOTE) }),
    ...(key && { key: key.slice(0, 200) }),
    ...(status && { status }),
    ...(cellsOf('starred').some(isYes) && { starred: true as const }),
    ...(savedAt && { savedAt }),
  };
}

function cardOf(cellsOf: CellsOf, extra: Extra): PaperCard {
  const first = (field: ColumnField) => cellsOf(field)[0] ?? '';
  const line = (field: ColumnField) => lineIn(first(field));
  const [authors, editors] = [cellsOf('authors'), cellsOf('editors')].map(mostPeople);
  const parts = { ...editors?.parts, ...authors?.parts };
  const identifiers = identifiersOf(cellsOf, extra);
  const isOnArxiv = 'arxiv' in identifiers;
  const venue = cellsOf('venue')
    .map(lineIn)
    .find((name) => !(isOnArxiv && ARXIV.test(name)));
  const type = kindIn(first('type'));
  return present<PaperCard>({
    site: 'csv',
    identifiers,
    title: lineIn(withoutMarkup(first('title'))),
    authors: some(authors?.names ?? []),
    nameParts: Object.keys(parts).length > 0 ? parts : undefined,
    abstract: cut(paragraphs(withoutMarkup(first('abstract').slice(0, LONGEST_NOTE))), LONGEST_ABSTRACT),
    publishedAt: publishedAt(cellsOf),
    url: addressIn(first('url')),
    code: addressIn(first('code')),
    type: isOnArxiv && !venue && (type === undefined || type === 'article') ? 'preprint' : type,
    venue,
    volume: line('volume'),
    issue: line('issue'),
    pages: pagesOf(cellsOf),
    publisher: line('publisher'),
    editors: some(editors?.names ?? []),
    isbn: some([...new Set(cellsOf('isbn').flatMap(codesIn))]),
    issn: some([...new Set(cellsOf('issn').flatMap(codesIn))]),
  });
}

/** Of several columns the one that says most: full names rather than initials, all rather than the first. */
function mostPeople(cells: readonly string[]): People {
  const read = cells.map(peopleIn);
  const length = ({ names }: People) => names.join('').length;
  return read.reduce<People>((a, b) => (length(b) > length(a) ? b : a), { names: [], parts: {} });
}

/** The most precise of several dates. */
function publishedAt(cellsOf: CellsOf): string | undefined {
  const dates = cellsOf('date').flatMap((cell) => dateIn(cell) ?? []);
  const best = dates.reduce((a, b) => (b.length > a.length ? b : a), '');
  const [month = '', day = ''] = [cellsOf('month')[0], cellsOf('day')[0]];
  return best.length === 4 && month ? readDate('', best, month, day) : best || undefined;
}

function pagesOf(cellsOf: CellsOf): string {
  const [first = '', last = ''] = [cellsOf('firstPage')[0], cellsOf('lastPage')[0]].map((cell) =>
    lineIn(cell ?? ''),
  );
  if (first === '') return lineIn(cellsOf('pages')[0] ?? '');
  return last === '' || last === first ? first : `${first}–${last}`;
}

/** What is said in columns for identifiers; and in addresses and names of journals, where those say nothing. */
function identifiersOf(cellsOf: CellsOf, extra: Extra): PaperCard['identifiers'] {
  const named: NamedIdentifier[] = [
    ...cellsOf('doi').flatMap((cell) =>
      split(cell).flatMap((one) => canonicalIdentifiers('doi', unescaped(one))),
    ),
    ...cellsOf('arxiv').flatMap(arxivIn),
    ...numbers(cellsOf('pmid'), ''),
    ...numbers(cellsOf('pmcid'), 'PMC'),
    ...extra.identifiers,
  ];
  const texts = [...cellsOf('url'), ...cellsOf('doi'), ...cellsOf('venue')].map((cell) =>
    cell.slice(0, 2048),
  );
  const implied = texts.flatMap((text) => {
    const address = addressIn(text);
    return address
      ? (Object.entries(identifiersOfAddress(new URL(address))) as NamedIdentifier[])
      : identifiersInText(text).map(({ namespace, value }): NamedIdentifier => [namespace, value]);
  });
  const all = gatherIdentifiers(named);
  for (const [namespace, value] of implied) all[namespace] ??= value;
  return all;
}

function arxivIn(cell: string): NamedIdentifier[] {
  return split(cell).flatMap((one): NamedIdentifier[] => {
    const id = canonicalArxivId(one.replace(/^https?:\/\/arxiv\.org\/\w+\//i, '').replace(/\.pdf$/i, ''));
    return id ? [['arxiv', id]] : [];
  });
}

function numbers(cells: readonly string[], prefix: '' | 'PMC'): NamedIdentifier[] {
  return cells.flatMap((cell): NamedIdentifier[] => {
    // A spreadsheet makes `123.0` of 123.
    const [number] = /\d{1,9}/.exec(cell) ?? [];
    return number ? [[prefix ? 'pmcid' : 'pmid', prefix + number]] : [];
  });
}

function split(cell: string): string[] {
  return cell
    .slice(0, 5000)
    .split(/[\s;|]+/)
    .filter(Boolean);
}

function unescaped(doi: string): string {
  try {
    return decodeURIComponent(doi);
  } catch {
    return doi;
  }
}

/** The first address in a cell. */
function addressIn(cell: string): string | undefined {
  const [address] = /https?:\/\/[^\s<>"]+/i.exec(cell.slice(0, 5000)) ?? [];
  const bare = address?.replace(/[;,|](?:https?:.*)?$/i, '');
  return bare && URL.canParse(bare) ? bare : undefined;
}

/** A note, which may be HTML. */
function noteIn(cell: string): string {
  const note = cell.slice(0, LONGEST_NOTE).replace(/\r\n?/g, '\n').trim();
  return /^<(?:p|div|h\d|ul|ol|blockquote)\b/i.test(note) ? htmlText(note) : note;
}

/** Zotero joins notes, which are HTML, by semicolons. */
function childNotesIn(cell: string): string[] {
  return cell
    .slice(0, 10 * LONGEST_NOTE)
    .split(/(?<=>)\s*;\s*(?=<(?:p|div|h\d|ul|ol|blockquote)\b)/i)
    .map(noteIn)
    .filter(Boolean);
}

function momentIn(cell: string): string | undefined {
  const day = dateIn(cell);
  return readMoment(cell) ?? (day?.length === 10 ? readMoment(day) : undefined);
}

function some(list: string[]): string[] | undefined {
  return list.length > 0 ? list : undefined;
}
