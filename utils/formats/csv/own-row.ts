/** A row of our own CSV (README.md), read back as it was written. */
import { PUBLICATION_TYPES } from '@/utils/paper/fields';
import { gatherIdentifiers, type NamedIdentifier } from '@/utils/paper/identifiers';
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { readMoment } from '../parts/read-moment';
import type { RowEntry } from './read-row';

/** What only our header has. Columns may be missing, or stand in another order. */
const MARKS = ['author_count', 'arxiv_class', 'starred', 'saved'];
/** The largest number that a card can have. */
const MOST = 1_000_000_000;
const FORMULA = /^'+[=+\-@\t\r\n＝＋－＠]/;
/** Parts that a semicolon ends; a backslash keeps what is behind it. */
const VALUE = /(?:\\[\s\S]|[^\\;])+/g;

/** Whether a header is ours. */
export function isOwnHeader(headings: readonly string[]): boolean {
  return MARKS.filter((name) => headings.includes(name)).length >= 3;
}

/** What the cell under a heading of ours says. */
export function readOwnRow(cellOf: (heading: string) => string): RowEntry {
  const text = (heading: string) => unprefixed(cellOf(heading));
  const list = (heading: string) => valuesIn(text(heading));
  const optional = (heading: string) => some(list(heading));
  const [tags, note, status] = [list('tags'), text('note'), text('status')];
  const [authors, count, savedAt] = [list('authors'), text('author_count'), readMoment(text('saved'))];
  const date = text('date');
  const type = PUBLICATION_TYPES.find((name) => name === text('type'));
  return {
    card: present<PaperCard>({
      site: 'csv',
      identifiers: identifiersOf(list),
      title: text('title'),
      authors: some(authors),
      authorCount:
        authors.length === 0 && /^\d{1,10}$/.test(count) && Number(count) <= MOST ? Number(count) : undefined,
      publishedAt: /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(date) ? date : undefined,
      type,
      venue: text('venue'),
      volume: text('volume'),
      issue: text('issue'),
      pages: text('pages'),
      publisher: text('publisher'),
      editors: optional('editors'),
      organization: text('organization'),
      primaryClass: text('arxiv_class'),
      isbn: optional('isbn'),
      issn: optional('issn'),
      url: text('url'),
      code: text('code'),
      project: text('project'),
      abstract: text('abstract'),
    }),
    ...(tags.length > 0 && { tags }),
    ...(note && { note }),
    ...((status === 'read' || status === 'reading') && { status }),
    ...(text('starred').toLowerCase() === 'true' && { starred: true as const }),
    ...(savedAt && { savedAt }),
  };
}

function identifiersOf(list: (heading: string) => string[]): PaperCard['identifiers'] {
  const others = list('identifiers').flatMap((value): NamedIdentifier[] => {
    const [, namespace, id] = /^([a-z]{2,20}):([\s\S]+)$/.exec(value) ?? [];
    return namespace && id ? [[namespace, id]] : [];
  });
  const named = ['doi', 'arxiv'].flatMap((space) => list(space).map((id): NamedIdentifier => [space, id]));
  return gatherIdentifiers([...named, ...others]);
}

function unprefixed(cell: string): string {
  return FORMULA.test(cell) ? cell.slice(1) : cell;
}

function valuesIn(text: string): string[] {
  const values = text.match(VALUE) ?? [];
  return values.map((value, at) => (at > 0 ? value.replace(/^ /, '') : value).replace(/\\([\s\S])/g, '$1'));
}

function some(list: string[]): string[] | undefined {
  return list.length > 0 ? list : undefined;
}
