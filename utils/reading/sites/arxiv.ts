/**
 * arXiv: new, recent, monthly and catch-up lists, author pages, search results and the pages of single papers, in
 * the layouts of 2023 to 2026-10 (https://github.com/arXiv/arxiv-browse, https://github.com/arXiv/arxiv-search).
 *
 * A list is a `dl`: the card is the `dt` with the paper's id, and the `dd` right after it holds the rest. A page
 * may have several lists, all with the id `articles`.
 */

import { readDay, toDay } from '@/utils/days';
import { canonicalArxivId } from '@/utils/paper/canonical-identifiers';
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import {
  attr,
  childNodes,
  clip,
  closest,
  firstElementChild,
  getAttribute,
  isElement,
  localName,
  matches,
  nextElementSibling,
  ownText,
  previousSibling,
  query,
  queryAll,
  text,
  textOf,
} from '../dom';
import type { Listing, PageContext, Site } from './site';

const TITLE = 'div.list-title, p.title, h1.title';
const ORIGIN = 'https://arxiv.org';

export const arxiv: Site = {
  id: 'arxiv',
  name: 'arXiv',
  matches: [ORIGIN, 'https://export.arxiv.org'].flatMap((origin) =>
    ['list/', 'catchup/', 'search/', 'search?', 'a/', 'abs/'].map((path) => `${origin}/${path}*`),
  ),
  // The card is the `dt`, because the button goes there: it has room to the right of its links, while the links of
  // a `dd` may fill the line.
  card: '#dlpage dt, li.arxiv-result, #abs',

  listing: listingOf,
  lasting: /^\/(list|catchup)\/[^/]+/,

  read(card, page) {
    const isPage = getAttribute(card, 'id') === 'abs';
    const link = attr(card, 'a[href*="/abs/"]', 'href');
    const id = idIn(isPage ? page.url.pathname : link);
    // If there is no `dd`, the next element belongs to another paper.
    const body = bodyOf(card);
    const title = body && matches(body, 'dd, li, #abs') && said(body, TITLE);
    if (!id || !body || !title) return undefined;
    const { doi, ...shown } = labelled(body);
    return present<PaperCard>({
      ...shown,
      ...authorsOf(body),
      title,
      abstract: said(body, '.meta > p, .abstract-full, blockquote'),
      code: linkAfter(
        body,
        /\bcode(s|base)?\b[^.;]*$/i,
        /^https:\/\/(www\.)?(github|gitlab|bitbucket|codeberg)\./,
      ),
      project: linkAfter(body, /\bproject\s+(web\s?)?(page|site)\b[^.;]*$/i, /^https?:/),
      site: arxiv.id,
      identifiers: present({ arxiv: id, doi }),
      url: `${ORIGIN}/abs/${id}`,
      ...page.listing,
      listedAt: dayOfPart(card) ?? page.listing.listedAt,
    });
  },

  titles(card) {
    const body = bodyOf(card);
    return body ? queryAll(body, TITLE) : [];
  },

  /**
   * Links to papers, except those in titles, comments and abstracts, which lead to other papers. On a paper's own
   * page only links to itself count.
   */
  mentioned(document, url = new URL(document.URL)) {
    const own = idIn(url.pathname);
    const links = queryAll(query(document, 'main') ?? document, 'a[href*="/abs/"]');
    const keys = links.flatMap((link) => {
      const address = getAttribute(link, 'href') ?? '';
      const id = idIn(address);
      if (closest(link, '.mathjax, [data-arxiv-id], nav, aside, dialog') || (own && id !== own)) return [];
      return [id ? `arxiv:${id}` : address];
    });
    return new Set(keys);
  },
};

/** What holds the rest of a card: the `dd` after a `dt`. */
function bodyOf(card: Element): Element | null {
  return localName(card) === 'dt' ? nextElementSibling(card) : card;
}

/**
 * Recent lists have a section for each day, whose heading comes first. Searching for it from each card would be
 * slow.
 */
function dayOfPart(card: Element): string | undefined {
  const list = closest(card, 'dl');
  const heading = list && firstElementChild(list);
  return heading && localName(heading) === 'h3' ? dayIn(textOf(heading)) : undefined;
}

/** The id in the address of a paper's page, without its version. Old ids contain a slash. */
function idIn(address: string | null | undefined): string | undefined {
  return canonicalArxivId(/\/abs\/([^?#]*[^?#/])/.exec(address ?? '')?.[1] ?? '');
}

/** Not the author's text: labels, the link that collapses an abstract, and MathJax output next to its source. */
const ADDED = '.descriptor, a.is-size-7, #toggle, mjx-math, script, [class*="MathJax"]:not(mjx-container)';

/**
 * The text of a node as the server sent it: formulas rendered by MathJax become TeX again, a line break (arXiv's
 * paragraph break) becomes a blank line, and "this https URL" becomes the address it links to.
 */
function words(node: Node): string {
  if (!isElement(node)) return ownText(node);
  if (localName(node) === 'br') return '\n\n';
  if (matches(node, 'script[type^="math/tex"]')) {
    const mark = matches(node, '[type*="display"]') ? '$$' : '$';
    return mark + textOf(node) + mark;
  }
  if (matches(node, ADDED)) return '';
  if (localName(node) === 'a' && /^this https? URL$/.test(textOf(node)))
    return getAttribute(node, 'href') ?? '';
  return [...childNodes(node)].map(words).join('');
}

function said(root: Element, selector: string): string | undefined {
  const element = query(root, selector);
  return element ? clip(words(element).trim()) : undefined;
}

/** The authors shown, and the total number if some are not shown. */
function authorsOf(body: Element): Pick<Partial<PaperCard>, 'authors' | 'authorCount'> {
  const box = query(body, '.list-authors, .authors');
  if (!box) return {};
  const links = queryAll(box, 'a:not(#toggle, .link-external, [data-arxiv-id])');
  const authors = links
    .flatMap((link) => clip(words(link).trim()) ?? [])
    .filter((name) => /\p{L}/u.test(name));
  const [, more] = /\((\d{1,5}) additional authors? not shown/.exec(words(box)) ?? [];
  return {
    ...(authors.length > 0 && { authors: authors.slice(0, 5000) }),
    ...(more && { authorCount: authors.length + Number(more) }),
  };
}

/**
 * The values of labelled lines. Report numbers share the class of journal references (2026), so the label decides.
 */
function labelled(body: Element): { venue?: string; doi?: string; publishedAt?: string } {
  const lines = queryAll(body, '.list-journal-ref, p.is-size-7, .has-addons, .dateline, tr').map((line) =>
    textOf(line).trim(),
  );
  const after = (label: RegExp) => lines.map((line) => label.exec(line)?.[1]).find(Boolean);
  return present({
    venue: clip(after(/^Journal[\s-]ref[a-z]*:\s*(.+)/s)),
    doi: after(/^(?:Related\s+)?doi\b:?\s*\S*?(10\.\d{4,9}\/\S+)/i),
    // Search results start with the day of the newest version.
    publishedAt: dayIn(after(/^[[(]?Submitted\s(?:.*\sv1\s+submitted\s)?(.+)/s)),
  });
}

/** The first link address that matches `address` and whose preceding words match `before`. */
function linkAfter(body: Element, before: RegExp, address: RegExp): string | undefined {
  const links = queryAll(body, 'a.link-external')
    .filter((link) => before.test(ownText(previousSibling(link)).slice(-200)))
    .map((link) => getAttribute(link, 'href') ?? '');
  return clip(links.find((href) => address.test(href)));
}

/** The first date in a text that includes its year. */
function dayIn(text: string | null | undefined): string | undefined {
  const date = /\b\d{1,2}\s+[A-Z][a-z]+,?\s+\d{4}\b/.exec(text ?? '')?.[0];
  return date && readDay(date, '')?.day;
}

/** Parameters that say what a search looks for. The others say how much of it is shown, and in which order. */
const SEARCHED = /^(query|searchtype|(terms|classification|date)-.+)$/;

/**
 * The listing's own address, and its day or month. Recent lists span several days, so their cards carry the day.
 */
function listingOf({ document, url }: Omit<PageContext, 'listing'>): Listing {
  const path = url.pathname.replace(/\/+$/, '');
  const [, kind, name, period = ''] = path.split('/');
  const id = idIn(path);
  if (id) return { listing: `${ORIGIN}/abs/${id}` };
  if (kind === 'search') {
    const query = new URLSearchParams(
      [...url.searchParams].filter(([key, value]) => SEARCHED.test(key) && value !== ''),
    );
    query.sort();
    return { listing: `${ORIGIN}${path}?${query}` };
  }
  const heading = (selector: string) => text(document, `#dlpage ${selector}`) ?? '';
  const [, month = '', year] = /\btitles for\s+([A-Z][a-z]+ )?(\d{4})/.exec(heading('h2')) ?? [];
  const ofMonth = year && (readDay(`1 ${month}${year}`, '')?.day.slice(0, 7) ?? year);
  if (ofMonth) return { listing: `${ORIGIN}/list/${name}/${ofMonth}`, listedAt: ofMonth };
  const listing = ORIGIN + path.replace(/\/pastweek$/, '/recent'); // two addresses of the same list
  const day = kind === 'catchup' ? toDay(period) : period === 'new' && dayIn(heading('h3'));
  return day ? { listing, listedAt: day } : { listing };
}
