/**
 * Finds papers on any page without a site rule: those that its structure shows, those it links to by a known kind of
 * address, those it names in its text, and those it describes by a heading over an abstract.
 */

import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { tidyAddress } from '../addresses';
import { localName, parentElement } from '../dom';
import { type Listed, listedOn } from '../listed/listed';
import { cardOfListed } from '../listed/listed-card';
import { Found } from './found';
import type { Item } from './item';
import { itemsOf } from './items';
import { titleOf } from './titles';
import { type ElementOutline, lookThrough, type Outline } from './walk';
import { abstractIn, authorsIn, linkedCode } from './words';

/** Most papers taken from one page. */
const MAX_CARDS = 5000;
/** Papers read between two pauses. */
const STRETCH = 20;
/** Mentions read per identifier; further ones add nothing, unless one DOI is given to more papers than these. */
const PLACES = 50;
/** Most levels between the abstract of a described paper and the part with its heading. */
const HIGHEST = 100;
/** Longest text of a described paper, in UTF-16 units. */
const LONGEST_ITEM = 10_000;

/**
 * The papers on the page at `url`, in page order, each with the best title near it. `pause` lets the page respond.
 */
export async function collect(
  document: Document,
  url: URL,
  pause: () => Promise<void>,
): Promise<PaperCard[]> {
  const outline = await lookThrough(document, url, pause);
  const listing = tidyAddress(url);
  const listed = await listedOn(document, pause);
  const found = new Found(placesOf(listed));
  for (const [index, paper] of listed.papers.entries()) {
    if (index % STRETCH === 0) await pause();
    found.add(cardOfListed(paper, listing, url), paper.pair.row);
  }
  const places = new Map<string, number>();
  let place = 0;
  await pause();
  const items = itemsOf(outline);
  for (const [index, item] of items.entries()) {
    if (index % STRETCH === 0) await pause();
    const key = JSON.stringify(item.mentions[0]?.identifiers);
    const times = (places.get(key) ?? 0) + 1;
    places.set(key, times);
    if (times <= PLACES) {
      place = Math.max(place, found.placeOf(item.mentions[0]?.element) ?? 0);
      found.add(cardOf(item, outline, listing, url), place, item.prose);
    }
    if (found.size >= 2 * MAX_CARDS) break;
  }
  const described = describedIn(outline);
  for (const [index, item] of described.entries()) {
    if (index % STRETCH === 0) await pause();
    const card = cardOf(item, outline, listing, url);
    if (card.title && card.abstract) found.add(card, found.placeOf(item.nodes[0]) ?? Number.MAX_SAFE_INTEGER);
  }
  return found.cards().slice(0, MAX_CARDS);
}

/** The row that each block and each link stands in. */
function placesOf({ rows }: Listed): Map<Node, number> {
  const places = new Map<Node, number>();
  for (const [index, { block, links }] of rows.entries()) {
    if (!places.has(block)) places.set(block, index);
    for (const { element } of links) if (!places.has(element)) places.set(element, index);
  }
  return places;
}

function cardOf(item: Item, { parts }: Outline, listing: string, url: URL): PaperCard {
  const title = titleOf(item, parts);
  return present<PaperCard>({
    site: 'web',
    listing,
    identifiers: Object.assign({}, ...item.mentions.map(({ identifiers }) => identifiers)),
    title,
    abstract: abstractIn(item, title),
    authors: authorsIn(item, title),
    code: linkedCode(item, url),
    url: item.mentions.map(({ href }) => href).find(Boolean),
  });
}

/** Papers that the page describes but does not link to: one heading over a text labelled as an abstract. */
function describedIn({ abstracts, parts }: Outline): Item[] {
  const items = new Set<Element>();
  for (const block of abstracts) {
    const item = headed(block, parts);
    if (item) items.add(item);
  }
  return [...items].map((element) => ({ mentions: [], nodes: [element], prose: false, free: false }));
}

/** The nearest ancestor with a heading, if it has only that one and names no paper. */
function headed(element: Element, parts: ReadonlyMap<Element, ElementOutline>): Element | undefined {
  let item: Element | null = element;
  for (let steps = 0; item && steps < HIGHEST; steps++, item = parentElement(item)) {
    const part = parts.get(item);
    if (!part) return undefined;
    if (part.identifiers === 'many' || part.identifiers.size > 0 || part.length > LONGEST_ITEM)
      return undefined;
    if (part.headings > 0) return part.headings === 1 && !/^h\d$/.test(localName(item)) ? item : undefined;
  }
  return undefined;
}
