/** What a bibliography without TeX says of a paper, as its card. */
import { isIsbn, isIssn } from '@/utils/formats/parts/book-numbers';
import { isPreprintServer } from '@/utils/paper/preprints';
import type { NameParts, PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { markupText } from '@/utils/reading/metadata/markup-text';
import { cut, oneLine, paragraphs } from '@/utils/text/clean';
import { type IdentifierTexts, knownIdentifiers } from './known-identifiers';
import { withoutMarkup } from './markup';
import { statedNames } from './stated-names';

/** Texts as the file has them; '' where it says nothing. */
export interface Described {
  site: string;
  type: PaperCard['type'];
  title: string;
  abstract: string;
  authors: readonly (NameParts | undefined)[];
  editors: readonly (NameParts | undefined)[];
  publishedAt: string | undefined;
  /** Where it can be read, in a text that may hold more. */
  address: string;
  venue: string;
  volume: string;
  issue: string;
  pages: string;
  publisher: string;
  /** ISBNs and ISSNs, in whatever order. */
  numbers: readonly string[];
  identifiers: Omit<IdentifierTexts, 'address'>;
}

/** Longest text of a card, and of a text that becomes one. */
const LONGEST_KEPT = 20_000;
const LONGEST = 250_000;
const MOST_NUMBERS = 20;
const ADDRESS = /https?:\/\/[^\s<>"|]{1,2000}/i;
/** An identifier tells that; it is no journal. */
const ARXIV = /^\W*(?:arxiv\b|corr\b|abs\/)/i;

export function cardOf(described: Described): PaperCard {
  const [authors, editors] = [described.authors, described.editors].map((names) =>
    statedNames(names.filter((parts) => parts !== undefined)),
  ) as [ReturnType<typeof statedNames>, ReturnType<typeof statedNames>];
  const parts = new Map([...editors.parts, ...authors.parts]);
  const address = ADDRESS.exec(described.address.slice(0, LONGEST_KEPT))?.[0];
  const identifiers = knownIdentifiers({ ...described.identifiers, address });
  const place = (text: string) => ('arxiv' in identifiers && ARXIV.test(text) ? '' : line(text));
  const venue = place(described.venue);
  return present<PaperCard>({
    site: described.site,
    identifiers,
    title: line(described.title),
    authors: some(authors.names),
    nameParts: parts.size > 0 ? Object.fromEntries(parts) : undefined,
    abstract: cut(paragraphs(markupText(described.abstract.slice(0, LONGEST))), LONGEST_KEPT),
    publishedAt: described.publishedAt,
    url: address,
    type: typeOf(described.type, venue, identifiers),
    venue,
    volume: place(described.volume),
    issue: place(described.issue),
    pages: place(described.pages),
    publisher: line(described.publisher),
    editors: some(editors.names),
    ...numbersIn(described.numbers),
  });
}

/** What has no place but a server of preprints is a preprint. */
function typeOf(
  type: PaperCard['type'],
  venue: string,
  identifiers: PaperCard['identifiers'],
): PaperCard['type'] {
  if (type !== undefined && type !== 'article') return type;
  const isPreprint = venue === '' ? 'arxiv' in identifiers : isPreprintServer(venue);
  return isPreprint ? 'preprint' : type;
}

/** Their check digits tell which is which; else their length. */
function numbersIn(texts: readonly string[]): Pick<PaperCard, 'isbn' | 'issn'> {
  const found = { isbn: [] as string[], issn: [] as string[] };
  const codes = texts.flatMap((text) => {
    const bare = text
      .slice(0, 1000)
      .replace(/\([^)]*\)/g, ' ')
      .trim();
    return isIsbn(bare) || isIssn(bare) ? [bare] : bare.split(/[,;\s]+/);
  });
  for (const code of codes) {
    const { length } = code.replace(/[^\dXx]/g, '');
    if (isIssn(code) || length === 8) found.issn.push(code);
    else if (isIsbn(code) || length === 10 || length === 13) found.isbn.push(code);
  }
  return present<Pick<PaperCard, 'isbn' | 'issn'>>({
    isbn: distinct(found.isbn),
    issn: distinct(found.issn),
  });
}

function distinct(codes: readonly string[]): string[] | undefined {
  return some([...new Set(codes.map((code) => code.slice(0, 30)))].slice(0, MOST_NUMBERS));
}

function line(text: string): string {
  return cut(oneLine(withoutMarkup(text.slice(0, LONGEST))), LONGEST_KEPT);
}

function some(list: string[]): string[] | undefined {
  return list.length > 0 ? list : undefined;
}
