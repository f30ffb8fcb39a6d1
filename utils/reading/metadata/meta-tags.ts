/**
 * The vocabularies of `<meta>` tags: Highwire (`citation_*`,
 * https://scholar.google.com/intl/en/scholar/inclusion.html), PRISM
 * (https://www.w3.org/submissions/2020/SUBM-prism-20200910/), Dublin Core
 * (https://www.dublincore.org/specifications/dublin-core/dcq-html/) and Open Graph (https://ogp.me).
 */
import { clip, getAttribute, queryAll } from '../dom';
import { type StatedFields, statedFields } from './stated-fields';

/** Values by lower-case name, in page order. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

const KNOWN =
  /^(?:bepress_)?(?:citation_(?!reference)|prism\.|dc\.|dcterms\.|og:)|^(?:doi|article:published_time)$/;
/** Values kept per name; as many as a card may have authors. */
const MAX_VALUES = 5000;

/** All tags of the page that may describe a paper. */
export function metaTags(document: Document): MetaTags {
  const tags = new Map<string, string[]>();
  for (const meta of queryAll(document, 'meta[content]')) {
    const name = (getAttribute(meta, 'name') ?? getAttribute(meta, 'property') ?? '').trim().toLowerCase();
    const value = clip(getAttribute(meta, 'content')?.trim());
    if (!value || name.length > 60 || !KNOWN.test(name)) continue;
    const key = name.replace(/^bepress_/, '');
    const values = tags.get(key) ?? [];
    if (values.length < MAX_VALUES) values.push(value);
    tags.set(key, values);
  }
  return tags;
}

export function highwire(tags: MetaTags): StatedFields {
  return statedFields({
    titles: all(tags, 'citation_title'),
    abstracts: all(tags, 'citation_abstract'),
    descriptions: [],
    authors: firstOf(tags, 'citation_author', 'citation_authors'),
    // On arXiv, the online date is that of the newest version, the plain date that of the first (2026-10).
    days: all(
      tags,
      'citation_publication_date',
      'citation_date',
      'citation_online_date',
      'citation_cover_date',
      'citation_year',
    ),
    venues: all(
      tags,
      'citation_journal_title',
      'citation_conference_title',
      'citation_inbook_title',
      'citation_technical_report_institution',
    ),
    identifiers: [
      ...named(tags, 'doi', 'citation_doi'),
      ...named(tags, 'arxiv', 'citation_arxiv_id'),
      ...named(tags, 'pmid', 'citation_pmid'),
      ...named(tags, 'pmcid', 'citation_pmcid'),
      ...named(tags, 'any', 'citation_abstract_html_url', 'citation_fulltext_html_url', 'citation_pdf_url'),
    ],
  });
}

export function prism(tags: MetaTags): StatedFields {
  return statedFields({
    titles: all(tags, 'prism.title'),
    abstracts: [],
    descriptions: all(tags, 'prism.teaser'),
    authors: [],
    days: all(tags, 'prism.publicationdate', 'prism.coverdate', 'prism.onlinedate'),
    venues: all(tags, 'prism.publicationname'),
    identifiers: [...named(tags, 'doi', 'prism.doi', 'doi'), ...named(tags, 'any', 'prism.url')],
  });
}

export function dublinCore(tags: MetaTags): StatedFields {
  return statedFields({
    titles: all(tags, 'dc.title', 'dcterms.title'),
    abstracts: all(tags, 'dcterms.abstract', 'dc.description.abstract'),
    descriptions: all(tags, 'dc.description', 'dcterms.description'),
    authors: firstOf(tags, 'dc.creator', 'dc.creator.personalname', 'dcterms.creator', 'dc.contributor'),
    days: all(tags, 'dc.date', 'dcterms.issued', 'dc.date.issued', 'dcterms.date', 'dc.date.created'),
    venues: all(tags, 'dcterms.ispartof', 'dc.relation.ispartof', 'dc.source'),
    identifiers: [
      ...named(tags, 'doi', 'dc.identifier.doi'),
      ...named(tags, 'any', 'dc.identifier', 'dcterms.identifier', 'dc.identifier.uri'),
    ],
  });
}

/**
 * Made for link previews: the title may include the name of the site, and the description may be cut off or an
 * advertisement.
 */
export function openGraph(tags: MetaTags): StatedFields {
  return statedFields({
    titles: all(tags, 'og:title'),
    abstracts: [],
    descriptions: all(tags, 'og:description'),
    authors: [],
    days: [],
    venues: [],
    identifiers: [],
  });
}

function all(tags: MetaTags, ...names: string[]): string[] {
  return names.flatMap((name) => tags.get(name) ?? []);
}

/** The values of the first name that has any, so that two lists of the same people are not concatenated. */
function firstOf(tags: MetaTags, ...names: string[]): readonly string[] {
  return names.map((name) => tags.get(name) ?? []).find((values) => values.length > 0) ?? [];
}

function named(tags: MetaTags, namespace: string, ...names: string[]): [string, string][] {
  return all(tags, ...names)
    .slice(0, 100)
    .map((value) => [namespace, value]);
}
