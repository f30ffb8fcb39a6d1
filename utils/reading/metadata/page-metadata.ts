/**
 * Reads the one paper that a page is about from the metadata in its head, on any site. For each field, the most
 * trusted vocabulary with a usable value wins.
 */

import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { squash } from '@/utils/text/clean';
import { identifiersOfAddress, tidyAddress } from '../addresses';
import { attr, clip } from '../dom';
import { ieeeData, jsonLd } from './json-ld';
import { dublinCore, highwire, type MetaTags, metaTags, openGraph, prism } from './meta-tags';
import { shownAbstract } from './shown-abstract';
import { shownFront } from './shown-front';
import type { StatedFields } from './stated-fields';

const SITE = 'web';

/**
 * Namespaces in which a paper has only one value. If the head and the address disagree, the head is out of date
 * and describes another paper.
 */
const SINGLE_VALUED = ['arxiv', 'openreview', 'acl', 'pmid', 'pmcid', 'ieee'];

/**
 * Fields that are not marked as embedded: heads often have only teasers, bare years and initials, so the richest
 * value wins instead.
 */
const BY_RICHNESS = /^(?:abstract|authors|publishedAt)$/;

/**
 * The card of the paper that the page at `url` describes; undefined if it describes none, or several. A title for
 * link previews is not enough: there must be a citation title, a scholarly article or an identifier.
 */
export function readPageMetadata(document: Document, url: URL): PaperCard | undefined {
  try {
    return read(document, url);
  } catch {
    return undefined;
  }
}

/**
 * Whether the page is certainly about one paper: it has a citation title or a scholarly article, or its address
 * identifies a paper. Identifiers alone may belong to proceedings or to a list.
 */
export function isOnePaper(document: Document, url: URL): boolean {
  try {
    const { own, described } = statementsOf(document, url);
    return described || Object.keys(own).length > 0;
  } catch {
    return false;
  }
}

/** A card with only the identifiers of an address, as for a PDF; undefined if the address has none. */
export function paperOfAddress(url: URL): PaperCard | undefined {
  const identifiers = identifiersOfAddress(url);
  const address = clip(tidyAddress(url));
  if (!address || Object.keys(identifiers).length === 0) return undefined;
  return { site: SITE, listing: address, identifiers, url: address };
}

function read(document: Document, url: URL): PaperCard | undefined {
  const address = tidyAddress(url);
  const { canonical, own, tags, stated, described } = statementsOf(document, url);
  if (stated.some(({ identifiers }) => differ(identifiers, identifiersOfAddress(url))))
    return paperOfAddress(url);
  const identifiers = Object.assign({}, own, ...stated.map((one) => one.identifiers).toReversed());
  if (!described && Object.keys(identifiers).length === 0) return undefined;
  const fields = firstStated(stated);
  const preview = openGraph(tags);
  const names = siteNames(tags, url, fields.venue);
  const title = fields.title ?? previewTitle(preview.title, names);
  const shown = title && fields.authors ? undefined : shownFront(document, title, names);
  return present<PaperCard>({
    site: SITE,
    listing: clip(address),
    identifiers,
    ...fields,
    title: title ?? clip(shown?.title),
    authors: fields.authors ?? shown?.authors,
    abstract: fields.abstract ?? shownAbstract(document) ?? preview.abstract,
    url: clip(canonical ?? address),
    embedded: Object.keys(fields).filter((name) => !BY_RICHNESS.test(name)),
  });
}

/** What a page's addresses and head state, the most trusted vocabulary first. */
function statementsOf(document: Document, url: URL) {
  const canonical = canonicalOf(document, url);
  const own = { ...addressIdentifiers(canonical), ...identifiersOfAddress(url) };
  const tags = metaTags(document);
  const formal = [highwire(tags), prism(tags), dublinCore(tags)];
  const data = [jsonLd(document, [tidyAddress(url), url.href, canonical ?? '']), ieeeData(document)];
  return {
    canonical,
    own,
    tags,
    stated: [...formal, ...data.filter((one) => one !== undefined)],
    described: Boolean(formal[0]?.title) || data.some((one) => one?.title),
  };
}

/** Each field from the first vocabulary that has it. */
function firstStated(stated: readonly StatedFields[]): Omit<StatedFields, 'identifiers'> {
  const { identifiers: _, ...fields } = Object.assign({}, ...stated.map((one) => present(one)).toReversed());
  return fields;
}

function differ(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  return SINGLE_VALUED.some((name) => a[name] !== undefined && b[name] !== undefined && a[name] !== b[name]);
}

/** The page's canonical address, if it is on the same host and not the front page. */
function canonicalOf(document: Document, url: URL): string | undefined {
  const href = attr(document, 'link[rel~="canonical" i]', 'href');
  if (!href || !URL.canParse(href, url.href)) return undefined;
  const found = new URL(href, url);
  const host = ({ hostname }: URL) => hostname.replace(/^www\./, '');
  const isPage = found.pathname !== '/' || found.search !== '';
  return /^https?:$/.test(found.protocol) && host(found) === host(url) && isPage
    ? tidyAddress(found)
    : undefined;
}

function addressIdentifiers(address: string | undefined): Record<string, string> {
  return address === undefined ? {} : identifiersOfAddress(new URL(address));
}

/** How the site, the venue and the publisher call themselves. */
function siteNames(tags: MetaTags, url: URL, venue: string | undefined): string[] {
  const host = url.hostname.replace(/^www\./, '');
  return [
    venue,
    ...['og:site_name', 'citation_publisher', 'dc.publisher'].map((name) => tags.get(name)?.[0]),
    host,
    host.split('.').slice(0, -1).join('.'),
    host.split('.').at(-2),
  ].map((name) => name ?? '');
}

/**
 * `A Title | Publisher` → `A Title`: removes what follows the last divider if it is the name of the site, the
 * venue or the publisher. Undefined if the title is nothing but such a name.
 */
function previewTitle(title: string | undefined, site: readonly string[]): string | undefined {
  const names = new Set(site.map(squash));
  const whole = title?.replace(/^(?:\[PDF\]|\(PDF\)|\[\d{4}\.\d{4,5}\])\s+/, '') ?? '';
  const divided = /^(.*\S)\s+[|–—·-]\s+([^|–—·]{1,200})$/s.exec(whole);
  const cut = divided && names.has(squash(divided[2] ?? '')) ? (divided[1] ?? '') : whole;
  return cut && !names.has(squash(cut)) ? cut : undefined;
}
