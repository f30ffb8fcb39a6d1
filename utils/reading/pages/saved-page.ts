/** Reads pages saved as HTML files, using the address they were saved from. */

import { httpUrl } from '@/utils/paper/clean-field';
import type { PaperCard } from '@/utils/paper/schema';
import { attr, childNodes, documentElement, nodeType, textOf } from '../dom';
import { SITES, siteOf } from '../sites/index';
import type { Site } from '../sites/site';
import { type ReadingContext, readDocument, readSite } from './read-document';

/** The cards of a saved page, and how it was read. */
export interface SavedPage {
  cards: PaperCard[];
  /** Id of the site it was read as; missing if it was read without a site rule. */
  site?: string;
}

/**
 * The papers of a saved page in an inert document. `chosen` is the id of the site to read it as, or '' for none; `from` is the
 * address that its file says it was saved from.
 * Without it, the page is read as the site that its address belongs to, else as the known site that yields the
 * most cards.
 */
export async function readSavedPage(
  document: Document,
  context: ReadingContext,
  chosen?: string,
  from = '',
): Promise<SavedPage> {
  const noted = httpUrl(from);
  const address = noted === undefined ? savedFrom(document) : new URL(noted);
  const site = chosen === undefined ? address && siteOf(address) : SITES.find(({ id }) => id === chosen);
  if (site) {
    const url = address && siteOf(address) === site ? address : homeOf(site);
    const cards = await readDocument(document, url, context, site);
    return { cards: url === address ? cards : cards.map(unlisted), site: site.id };
  }
  if (address) return { cards: await readDocument(document, address, context, null) };
  if (chosen !== undefined)
    return { cards: (await readDocument(document, NOWHERE, context, null)).map(unlisted) };
  const tries: SavedPage[] = [];
  for (const one of SITES) {
    const cards = (await readSite(one, document, homeOf(one), context)).map(unlisted);
    tries.push({ cards, site: one.id });
  }
  const [best] = tries.sort((a, b) => b.cards.length - a.cards.length);
  if (best && best.cards.length > 0) return best;
  return { cards: (await readDocument(document, NOWHERE, context)).map(unlisted) };
}

/** Stands for an unknown address. Relative links on the page then lead nowhere. */
const NOWHERE = new URL('https://unknown.invalid/');

/** The address a page was saved from: as noted by the saving program, else as stated by the page itself. */
export function savedFrom(document: Document): URL | undefined {
  const notes = [...comments(document)].map(
    (text) => /\b(?:saved from url=\(\d+\)|url: ?)(\S+)/.exec(text)?.[1],
  );
  const found = [
    ...notes,
    attr(document, 'link[rel="canonical"]', 'href'),
    attr(document, 'meta[property="og:url"]', 'content'),
  ]
    .map((address) => httpUrl(address ?? ''))
    .find((address) => address !== undefined);
  return found === undefined ? undefined : new URL(found);
}

/**
 * The comments before `<html>` and directly inside it, where Chrome (“saved from url=(0026)https://…”) and
 * SingleFile leave their notes.
 */
function comments(document: Document): string[] {
  const root = documentElement(document);
  const early = [...childNodes(document), ...(root ? childNodes(root) : [])];
  return early.filter((node) => nodeType(node) === 8).map((node) => textOf(node).slice(0, 5000));
}

function homeOf({ matches }: Site): URL {
  return new URL((matches[0] ?? '').replace('*', ''));
}

/** Drops the listing, which is unknown. */
function unlisted({ listing, ...card }: PaperCard): PaperCard {
  return card;
}
