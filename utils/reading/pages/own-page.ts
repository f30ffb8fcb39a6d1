/** Tells the page of one paper, of which its head says nothing, by what it shows: title, names, the paper's own PDF. */
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { squash } from '@/utils/text/clean';
import { tidyAddress } from '../addresses';
import { body, clip, getAttribute, queryAll, textOf } from '../dom';
import { titleScore } from '../listed/title-score';
import { shownAbstract } from '../metadata/shown-abstract';
import { type Front, shownFront } from '../metadata/shown-front';

/** Most links examined. */
const MOST_LINKS = 2000;
/** How many rows below the title the names may be. */
const NEAR = 4;

/**
 * The only card that is found on a page, or none, completed by what the page shows at its top, if that is a paper: a title
 * that is the page's name, names below it, and an abstract or a PDF of its own.
 */
export function withOwnPage(cards: readonly PaperCard[], document: Document, url: URL): PaperCard[] {
  const [card] = cards;
  if (cards.length > 1) return [...cards];
  const front = shownFront(document, undefined, [url.hostname.replace(/^www\./, '')]);
  const { title, authors } = front;
  if (!title || !authors || titleScore(title) < 0.6 || !isNear(front)) return [...cards];
  if (card?.title && squash(card.title) !== squash(title)) return [...cards];
  const abstract = shownAbstract(document);
  const isPdf = hasPdf(document, front, url, card !== undefined);
  if (!isPdf && !(card && abstract)) return [...cards];
  const own = present<PaperCard>({
    site: 'web',
    listing: clip(tidyAddress(url)),
    identifiers: {},
    url: clip(tidyAddress(url)),
  });
  return [{ ...own, ...present({ title: clip(title), authors, abstract }), ...card }];
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
