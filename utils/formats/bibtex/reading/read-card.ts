/** The fields of an entry as the card of a paper. */

import { withoutMarkup } from '@/utils/formats/parts/reading/markup';
import { readDate } from '@/utils/formats/parts/reading/read-date';
import type { ReadNames } from '@/utils/formats/parts/reading/stated-names';
import type { NameParts, PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { cut, paragraphs } from '@/utils/text/clean';
import { publicationTypeOfKind } from './entry-kinds';
import { readIdentifiers } from './read-identifiers';
import { readNames } from './read-names';
import type { RawEntry } from './scan-entry';
import { splitTex } from './split-tex';
import { firstAddress, verbatim } from './verbatim';

/** Makes text of TeX. Texts that many entries have are made once. */
export interface Texts {
  of(tex: string, typed?: boolean): string;
  shared(tex: string): string;
}

export const SITE = 'bibtex';

/** Longest value read as text, and as a list of names. */
const LONGEST = 250_000;
const LONGEST_LIST = 1_000_000;
/** Longest text of a card. */
const LONGEST_KEPT = 20_000;
const MOST_CODES = 20;
/** An identifier tells that; it is no journal. */
const ARXIV = /^\W*(?:arxiv\b|corr\b|abs\/)/i;

/** All that is read of entries here and beside. Other fields are counted. */
export const READ_FIELDS: ReadonlySet<string> = new Set(
  `title subtitle maintitle author editor journal journaltitle booktitle booksubtitle howpublished publisher school institution
  organization date year month day volume number issue pages isbn issn doi url eprint eprinttype archiveprefix arxivid arxiv
  primaryclass eprintclass pmid pmcid pmc abstract keywords keyword mendeley-tags mendeley-groups groups note annotation annote comment review
  readstatus read date-added creationdate timestamp crossref xdata`.split(/\s+/),
);

/** What the card of an entry says; nothing identifies the paper if it has neither title, abstract nor identifiers. */
export function readCard(entry: RawEntry, fields: ReadonlyMap<string, string>, texts: Texts): PaperCard {
  const rawOf = (name: string) => fields.get(name) ?? '';
  const line = (name: string) => lineOf(texts.of(rawOf(name).slice(0, LONGEST)));
  const shared = (...names: string[]) =>
    lineOf(texts.shared(names.map(rawOf).find(Boolean)?.slice(0, LONGEST) ?? ''));
  const [authors, editors] = [rawOf('author'), rawOf('editor')].map((tex) => namesOf(tex, texts)) as [
    ReadNames,
    ReadNames,
  ];
  const identifiers = readIdentifiers(rawOf);
  const isOnArxiv = 'arxiv' in identifiers;
  const venue = venueOf(shared, isOnArxiv);
  const arxivless = (name: string) => (isOnArxiv && ARXIV.test(rawOf(name)) ? '' : line(name));
  const parts = new Map<string, NameParts>([...editors.parts, ...authors.parts]);
  return present<PaperCard>({
    site: SITE,
    identifiers,
    title: joined(line('title') || line('maintitle'), line('subtitle')),
    authors: some(authors.names),
    nameParts: parts.size > 0 ? Object.fromEntries(parts) : undefined,
    abstract: cut(paragraphs(withoutMarkup(texts.of(rawOf('abstract').slice(0, LONGEST)))), LONGEST_KEPT),
    publishedAt: readDate(...DATE.map((name) => texts.shared(rawOf(name).slice(0, 100)))),
    url: firstAddress((rawOf('url') || rawOf('howpublished')).slice(0, LONGEST_KEPT)),
    type: typeOf(entry.kind, venue, identifiers),
    venue,
    volume: arxivless('volume'),
    issue: line('issue') || (rawOf('series') && !rawOf('journal') ? '' : arxivless('number')),
    pages: arxivless('pages').replace(/[\s–-]+$/, ''),
    publisher: shared(
      'publisher',
      'school',
      'institution',
      ...(entry.kind === 'inproceedings' ? [] : ['organization']),
    ),
    editors: some(editors.names),
    isbn: codesIn(rawOf('isbn'), /[,;]/g),
    issn: codesIn(rawOf('issn'), /[,;\s]+/g),
    primaryClass: isOnArxiv ? line('primaryclass') || line('eprintclass') : undefined,
  });
}

const DATE = ['date', 'year', 'month', 'day'] as const;

function venueOf(shared: (...names: string[]) => string, isOnArxiv: boolean): string | undefined {
  const place = shared('journal', 'journaltitle');
  if (place !== '') return isOnArxiv && ARXIV.test(place) ? undefined : place;
  const book = joined(shared('booktitle'), shared('booksubtitle'));
  const published = shared('howpublished');
  return book || (/https?:|^online$|^arxiv/i.test(published) ? undefined : published);
}

/** What has no place but arXiv is a preprint. */
function typeOf(
  kind: string,
  venue: string | undefined,
  identifiers: PaperCard['identifiers'],
): PaperCard['type'] {
  const type = publicationTypeOfKind(kind);
  const isPreprint = !venue && 'arxiv' in identifiers;
  return isPreprint && (type === undefined || type === 'article') ? 'preprint' : type;
}

function namesOf(tex: string, texts: Texts): ReadNames {
  return readNames(tex.slice(0, LONGEST_LIST), (part) => texts.of(part));
}

function lineOf(text: string): string {
  return cut(withoutMarkup(text).replace(/\s+/g, ' ').trim(), LONGEST_KEPT);
}

function joined(title: string, subtitle: string): string {
  return title && subtitle ? `${title}${/[?!:.]$/.test(title) ? '' : ':'} ${subtitle}` : title;
}

function codesIn(tex: string, separator: RegExp): string[] | undefined {
  const codes = splitTex(verbatim(tex.slice(0, 1000)), separator).map((code) =>
    code.replace(/\([^)]*\)/g, '').trim(),
  );
  return some(codes.filter((code) => /\d/.test(code)).slice(0, MOST_CODES));
}

function some(list: string[]): string[] | undefined {
  return list.length > 0 ? list : undefined;
}
