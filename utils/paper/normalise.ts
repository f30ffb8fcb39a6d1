/** From a raw `PaperCard` to clean values: the only way into the library. Pure. */
import { present } from '@/utils/present';
import { cut, oneLine } from '@/utils/text/clean';
import { cleanField, httpUrl, withoutHidden } from './clean-field';
import type { Identifiable } from './evidence';
import { FIELD_NAMES, type FieldName, MERGED_FIELDS, type MergedField } from './fields';
import { valuesIn } from './identifiers';
import type { ExportedPaper, Paper, PaperCard, Sighting, Trust } from './schema';
import { listingAddress } from './sightings';

/** What a card states about the paper, cleaned. What it does not state, or not usably, is absent. */
export interface Statement {
  site: string;
  /** When it was made: a moment (ISO). */
  at: string;
  values: Partial<Pick<Paper, MergedField>>;
  publishedAtInferred?: true;
  identifiers: Paper['identifiers'];
  trust: Partial<Record<MergedField, Trust>>;
  /** Missing if the page is unknown. */
  sighting?: Omit<Sighting, 'paper'>;
  /** It was made in passing: a look adds no sighting there, though it renews the numbers of one. */
  passing?: true;
}

/** The site of cards from copied text. They are trusted less: the text may have been cut anywhere. */
export const COPIED = 'text';

/** Longest text of a sighting, in UTF-16 units. */
const SHORT = 300;

/** Cleans a card; `now` is the moment it was seen (ISO). Undefined if nothing identifies the paper. */
export function normalise(card: PaperCard, now: string): Statement | undefined {
  const identifiers = cleanField('identifiers', card.identifiers) ?? {};
  const listing = httpUrl(card.listing);
  const cleaned = cleanFields(MERGED_FIELDS, card);
  const values = present<Statement['values']>({
    ...cleaned,
    ...byNameOrNumber(cleaned),
    url: addressOf(identifiers) ?? cleaned.url,
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
    ...(card.passing && { passing: true }),
    ...(listing && {
      sighting: present<NonNullable<Statement['sighting']>>({
        site: card.site,
        url: listingAddress(card.site, listing),
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
  const cleaned = cleanFields(FIELD_NAMES, paper);
  return present<ExportedPaper>({
    ...paper,
    ...cleaned,
    id: withoutHidden(paper.id).trim(),
    ...byNameOrNumber(cleaned),
    authors: cleaned.authors ?? [],
    publishedAtInferred: cleaned.publishedAt && cleaned.publishedAtInferred,
    sources: paper.sources.map((source) =>
      present<(typeof paper.sources)[number]>({
        ...source,
        site: shortText(source.site) || 'import',
        url: httpUrl(source.url) ?? source.url,
        seenAt: new Date(source.seenAt).toISOString(),
        submitter: shortText(source.submitter),
      }),
    ),
  });
}

/** Each field cleaned; undefined where nothing usable is stated. */
function cleanFields<Name extends FieldName>(
  names: readonly Name[],
  stated: { [N in Name]?: Paper[N] | undefined },
): { [N in Name]?: Paper[N] | undefined } {
  return Object.fromEntries(names.map((name) => [name, cleanField(name, stated[name] as never)])) as {
    [N in Name]?: Paper[N];
  };
}

/** The names of the authors or, if there are none, their number. */
function byNameOrNumber({
  authors = [],
  authorCount,
}: {
  authors?: string[] | undefined;
  authorCount?: number | undefined;
}) {
  return authors.length > 0 ? { authors, authorCount: undefined } : { authors: undefined, authorCount };
}

/** What identity looks at in a statement. */
export function saidBy({ values, identifiers }: Statement): Identifiable {
  return { ...values, identifiers };
}

/** Addresses are ranked by how long they last, not by their source: arXiv, then DOI, then the site's own. */
export function urlTrust(identifiers: Paper['identifiers']): Trust {
  return identifiers.arxiv ? 3 : identifiers.doi ? 2 : 1;
}

/** An address that outlives the site where the paper was found. */
function addressOf(identifiers: Paper['identifiers']): string | undefined {
  const [arxiv] = valuesIn(identifiers, 'arxiv');
  if (arxiv) return `https://arxiv.org/abs/${arxiv}`;
  // ACM gives works without a DOI one with Crossref's example prefix, which does not resolve (2026-11).
  const known = valuesIn(identifiers, 'doi').find((doi) => !doi.startsWith('10.5555/'));
  return known && httpUrl(`https://doi.org/${known}`);
}

function shortText(raw = ''): string {
  return cut(oneLine(raw), SHORT);
}
