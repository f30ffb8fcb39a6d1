/** From a raw `PaperCard` to clean values: the only way into the library. Pure. */
import { toDay } from '@/utils/days';
import { present } from '@/utils/present';
import { cut, oneLine, paragraphs } from '@/utils/text/clean';
import { canonicalIdentifiers, type Identifiable } from './identity';
import {
  type ExportedPaper,
  MERGED_FIELDS,
  type MergedField,
  type PaperCard,
  type Sighting,
  type Trust,
} from './schema';

/** What a card states about the paper, cleaned; absent where it states nothing usable. */
export interface Statement {
  site: string;
  /** When it was made: a moment (ISO). */
  at: string;
  values: Partial<{
    title: string;
    abstract: string;
    authors: string[];
    authorCount: number;
    publishedAt: string;
    url: string;
    venue: string;
    organization: string;
    code: string;
    project: string;
  }>;
  publishedAtInferred?: true;
  identifiers: Record<string, string>;
  trust: Partial<Record<MergedField, Trust>>;
  /** Missing where nobody knows on which page it stood. */
  sighting?: Omit<Sighting, 'paper'>;
}

/** The site of cards that were read from copied text: whoever copied it may have cut it anywhere. */
export const COPIED = 'text';

/** Longest value kept, in UTF-16 units. */
export const LIMITS = { title: 1000, abstract: 20_000, name: 200, short: 300, tag: 100 } as const;

const HIDDEN = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu;

/** Cleans a card; `now` is the moment it was seen (ISO). Undefined if nothing could ever name the paper. */
export function normalise(card: PaperCard, now: string): Statement | undefined {
  const identifiers = Object.fromEntries(
    Object.entries(card.identifiers).flatMap(([name, value]) => canonicalIdentifiers(name, value)),
  );
  const authors = (card.authors ?? []).map(personName).filter(Boolean);
  const listing = httpUrl(card.listing);
  const values = present<Statement['values']>({
    title: cut(oneLine(card.title ?? ''), LIMITS.title),
    abstract: cut(paragraphs(card.abstract ?? ''), LIMITS.abstract),
    authors: authors.length > 0 ? authors : undefined,
    authorCount: authors.length > 0 ? undefined : card.authorCount,
    publishedAt: card.publishedAt && (toDay(card.publishedAt) ?? coarseDay(card.publishedAt)),
    url: addressOf(identifiers) ?? httpUrl(card.url),
    venue: shortText(card.venue),
    organization: shortText(card.organization),
    code: httpUrl(card.code),
    project: httpUrl(card.project),
  });
  if (Object.keys(identifiers).length === 0 && !values.title && !values.abstract) return undefined;
  const embedded = new Set(card.embedded);
  const shown = card.site === COPIED ? 1 : 2;
  const trust = (name: MergedField): Trust => (embedded.has(name) ? 3 : shown);
  return {
    site: card.site,
    at: now,
    values,
    ...(card.publishedAtInferred && { publishedAtInferred: true }),
    identifiers,
    trust: Object.fromEntries(
      MERGED_FIELDS.filter((name) => name in values).map((name) => [
        name,
        name === 'url' ? urlTrust(identifiers) : trust(name),
      ]),
    ),
    ...(listing && {
      sighting: present<NonNullable<Statement['sighting']>>({
        site: card.site,
        url: listing,
        seenAt: now,
        listedAt: card.listedAt,
        upvotes: card.upvotes,
        comments: card.comments,
        submitter: shortText(card.submitter),
      }),
    }),
  };
}

/** Cleans a paper from a file like a card from a page: what the library itself exported stays as it is. */
export function cleanExported(paper: ExportedPaper): ExportedPaper {
  const authors = paper.authors.map(personName).filter(Boolean);
  const publishedAt = paper.publishedAt && (toDay(paper.publishedAt) ?? coarseDay(paper.publishedAt));
  return present<ExportedPaper>({
    ...paper,
    id: paper.id.replace(HIDDEN, '').trim(),
    title: cut(oneLine(paper.title ?? ''), LIMITS.title),
    abstract: cut(paragraphs(paper.abstract ?? ''), LIMITS.abstract),
    authors,
    authorCount: authors.length > 0 ? undefined : paper.authorCount,
    publishedAt,
    publishedAtInferred: publishedAt && paper.publishedAtInferred,
    url: httpUrl(paper.url),
    identifiers: cleanIdentifiers(paper.identifiers),
    venue: shortText(paper.venue),
    organization: shortText(paper.organization),
    code: httpUrl(paper.code),
    project: httpUrl(paper.project),
    tags: distinct(paper.tags.map((tag) => cut(oneLine(tag), LIMITS.tag))),
    note: ownText(paper.note ?? ''),
    savedAt: toMoment(paper.savedAt),
    edited: distinct(paper.edited.filter((name) => /^\w+$/.test(name))).sort(),
    sources: paper.sources.map((source) =>
      present<(typeof paper.sources)[number]>({
        ...source,
        site: shortText(source.site) || 'import',
        url: httpUrl(source.url) ?? source.url,
        seenAt: toMoment(source.seenAt),
        submitter: shortText(source.submitter),
      }),
    ),
  });
}

/** What one identifier implies of another namespace does not replace what is stated there. */
function cleanIdentifiers(identifiers: Record<string, string>): Record<string, string> {
  const canonical = Object.entries(identifiers).flatMap(([name, value]) =>
    canonicalIdentifiers(name, value).map(([space, id]) => ({ space, id, stated: space === name })),
  );
  return Object.fromEntries(
    canonical.sort((a, b) => Number(a.stated) - Number(b.stated)).map(({ space, id }) => [space, id]),
  );
}

/** What a person wrote, line by line as it is: only what hides or reorders text goes. */
function ownText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(HIDDEN, '');
}

/** As `Date.prototype.toISOString` writes it, so that moments can be compared as text. */
function toMoment(iso: string): string {
  return new Date(iso).toISOString();
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter(Boolean);
}

/** What identity looks at in a statement. */
export function saidBy({ values, identifiers }: Statement): Identifiable {
  return { ...values, identifiers };
}

/** Addresses are ranked by how long they last, not by where they stood: arXiv, DOI, the site's own. */
export function urlTrust(identifiers: Readonly<Record<string, string>>): Trust {
  return identifiers.arxiv ? 3 : identifiers.doi ? 2 : 1;
}

/** The address that will outlive the site the paper was met on. */
function addressOf(identifiers: Record<string, string>): string | undefined {
  if (identifiers.arxiv) return `https://arxiv.org/abs/${identifiers.arxiv}`;
  // ACM gives works without a DOI one of Crossref's prefix for examples, which no resolver knows (2026-11).
  const known = identifiers.doi?.startsWith('10.5555/') ? undefined : identifiers.doi;
  return known && httpUrl(`https://doi.org/${known}`);
}

/** An http(s) address in the form `URL` writes it; anything else is no address. */
export function httpUrl(text = ''): string | undefined {
  if (!URL.canParse(text.trim())) return undefined;
  const { protocol, href } = new URL(text.trim());
  return /^https?:$/.test(protocol) && href.length <= 2048 ? href : undefined;
}

function personName(raw: string): string {
  return cut(oneLine(raw).replace(/[\s,;]+$/, ''), LIMITS.name);
}

function shortText(raw = ''): string {
  return cut(oneLine(raw), LIMITS.short);
}

function coarseDay(text: string): string | undefined {
  return /^\d{4}(-\d{2})?$/.test(text) ? text : undefined;
}
