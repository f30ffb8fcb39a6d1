/** Tells the page of one paper, of which its head says nothing, by what it shows: title, names, the paper's own PDF. */
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { squash } from '@/utils/text/clean';
import { identifiersInText, identifiersOfAddress, tidyAddress } from '../addresses';
import { body, clip, getAttribute, queryAll, textOf } from '../dom';
import { titleScore } from '../listed/title-score';
import { shownAbstract } from '../metadata/shown-abstract';
import { type Front, shownFront } from '../metadata/shown-front';

/** Most links examined. */
const MOST_LINKS = 2000;
/** How many rows below the title the names may be. */
const NEAR = 4;

/**
 * The cards found on a page; but if it shows a paper at its top, that one alone, with what is shown of it: a title that is
 * the page's name, names below it, and an abstract or a PDF of its own. It is the only card, or the only one that is named
 * before the text, or none.
 */
export function withOwnPage(cards: readonly PaperCard[], document: Document, url: URL): PaperCard[] {
  const front = shownFront(document, undefined, [url.hostname.replace(/^www\./, '')]);
  const { title, authors } = front;
  if (!title || !authors || titleScore(title) < 0.6 || !isNear(front)) return [...cards];
  const [card, ...others] = cards.length > 1 ? namedIn(front, cards) : cards;
  if (others.length > 0 || (cards.length > 1 && !card)) return [...cards];
  if (card?.title && squash(card.title) !== squash(title)) return [...cards];
  const abstract = shownAbstract(document);
  if (!(card && abstract) && (cards.length > 1 || !hasPdf(document, front, url, card !== undefined)))
    return [...cards];
  const address = clip(tidyAddress(url));
  const own = present<PaperCard>({ site: 'web', listing: address, identifiers: {}, url: address });
  return [{ ...own, ...present({ title: clip(title), authors, abstract }), ...card }];
}

/** The cards whose identifiers stand between the title and the text. */
function namedIn({ rows }: Front, cards: readonly PaperCard[]): PaperCard[] {
  const named = rows.flatMap(({ text, links }) => [
    ...identifiersInText(text).map(({ namespace, value }) => [namespace, value]),
    ...links.flatMap(({ href }) =>
      URL.canParse(href) ? Object.entries(identifiersOfAddress(new URL(href))) : [],
    ),
  ]);
  return cards.filter(({ identifiers }) => named.some(([name = '', value]) => identifiers[name] === value));
}

/** Whether the names are right below the title. */
function isNear({ rows, authors }: Front): boolean {
  const family = authors?.[0]?.split(' ').at(-1) ?? '';
  return rows.slice(1, 1 + NEAR).some(({ text }) => text.includes(family));
}

/** Whether the title leads to a PDF, or, where an identifier is known, the page links to one of the same site. */
function hasPdf(document: Document, { rows }: Front, url: URL, named: boolean): boolean {
  const isOwn = (href: string) =>
    URL.canParse(href, url.href) &&
    new URL(href, url).hostname === url.hostname &&
    /\.pdf$/i.test(new URL(href, url).pathname);
  if (rows[0]?.links.some(({ href }) => isOwn(href))) return true;
  const root = named && body(document);
  if (!root) return false;
  const links = queryAll(root, 'a[href*=".pdf" i]').slice(0, MOST_LINKS);
  return links.some((link) => isOwn(getAttribute(link, 'href') ?? '') && textOf(link).length < 200);
}
