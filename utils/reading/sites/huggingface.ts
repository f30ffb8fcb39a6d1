/**
 * Hugging Face Daily Papers: lists of a day, week or month, trending papers, search results and the pages of
 * single papers, in the layouts of 2023 to 2026-10.
 *
 * The cards in the DOM decide which papers there are. The embedded JSON only fills in fields by paper id: it is
 * what the server first sent, and it goes stale after in-page navigation.
 */

import { readDay, toDay } from '@/utils/days';
import { canonicalArxivId } from '@/utils/paper/canonical-identifiers';
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { abstractOn, isAbstract } from '../abstract-or-summary';
import {
  attr,
  clip,
  closest,
  firstChild,
  firstElementChild,
  getAttribute,
  matches,
  ownText,
  parentElement,
  query,
  queryAll,
  text,
  textOf,
  wholeNumber,
} from '../dom';
import { attributeJson, list, record } from '../loose-json';
import type { Listing, PageContext, Site } from './site';

/** The paper on its own page. The element has no box of its own (`display: contents`). */
const PAPER = '[data-target="PaperContent"]';

export const huggingface: Site = {
  id: 'huggingface',
  name: 'Hugging Face Daily Papers',
  matches: [
    'https://huggingface.co/papers',
    'https://huggingface.co/papers?*',
    'https://huggingface.co/papers/*',
  ],
  card: `article, ${PAPER}`,

  embedded(document) {
    const props = attributeJson(query(document, '[data-target="DailyPapers"]'), 'data-props');
    const { paper, comments } = attributeJson(query(document, PAPER), 'data-props');
    // Weekly, monthly and trending lists carry a date too, but it is not the day of a daily list.
    const ofDay = (props.periodType ?? 'day') === 'day' && props.isTrending !== true;
    const listDay = ofDay ? toDay(clip(props.dateString) ?? clip(props.date) ?? '') : undefined;
    const items: Record<string, unknown>[] = [...list(props.searchResults), ...list(props.dailyPapers)].map(
      (item) => ({ ...record(item), listDay }),
    );
    if (paper) items.push({ paper, numComments: Array.isArray(comments) ? comments.length : undefined });
    return new Map(items.map((item) => [clip(record(item.paper).id) ?? '', item]));
  },

  listing: listingOf,
  lasting: /^\/papers\/(date|week|month)\/[^/]+$/,

  read(card, page) {
    const isPage = matches(card, PAPER);
    // A card links to its paper three times; only the heading's link carries the title (2024-08, 2026-09).
    const heading = query(card, isPage ? 'h1' : 'h3 a[href*="/papers/"]');
    const address = isPage ? page.url.pathname : heading && getAttribute(heading, 'href');
    const id = canonicalArxivId(nameIn(address));
    if (!id) return undefined;
    const shown = isPage ? readPage(card, page.today) : readShown(card, id, page.today);
    const embedded = readDailyItem(page.embedded.get(id));
    const title = embedded.title ?? clip(heading && textOf(heading).trim());
    if (!title) return undefined;
    return present<PaperCard>({
      ...shown,
      ...embedded,
      // Votes and comments change while the page is open, so the shown numbers are newer than the embedded ones.
      upvotes: shown.upvotes ?? embedded.upvotes,
      comments: shown.comments ?? embedded.comments,
      publishedAtInferred: embedded.publishedAt ? undefined : shown.publishedAtInferred,
      title,
      site: huggingface.id,
      identifiers: { arxiv: id },
      url: new URL(`/papers/${id}`, page.url).href,
      ...page.listing,
      embedded: Object.keys(embedded).filter((name) => embedded[name as keyof typeof embedded] !== undefined),
    });
  },

  /**
   * Counts the links of the list, but not those in menus and asides. On a paper's own page only links to that
   * paper count: citing, mentioned and similar papers have no cards there.
   */
  mentioned(document, url = new URL(document.URL)) {
    const own = canonicalArxivId(nameIn(url.pathname));
    const links = queryAll(query(document, 'main') ?? document, 'a[href]');
    const keys = links.flatMap((link) => {
      const name = nameIn(getAttribute(link, 'href'));
      const id = canonicalArxivId(name);
      if (closest(link, 'nav, aside, dialog') || (own && id !== own)) return [];
      if (id) return [`arxiv:${id}`];
      return name && closest(link, 'h3') ? [name] : []; // a card whose id is not an arXiv id
    });
    return new Set(keys);
  },

  mount(card) {
    const title = matches(card, PAPER) ? query(card, 'h1') : null;
    return (title && (closest(title, 'section') ?? parentElement(title))) ?? card;
  },

  titles: (card) => queryAll(card, 'h1, h3'),

  // Trending cards contain everything twice, and have buttons on the right and a picture on the left (2026-10).
  corner: (card) => (queryAll(card, 'h3').length > 1 ? 'left' : 'right'),
};

/** The last part of a paper's address, which may be its id; empty for any other address. */
function nameIn(address: string | null | undefined): string {
  return /(?:\/papers|arxiv\.org\/(?:abs|pdf))\/([^/?#]+)/.exec(address ?? '')?.[1] ?? '';
}

/** Some fields of a card. */
export type Fields = { [K in keyof PaperCard]?: PaperCard[K] | undefined };

/** What a card in a list shows. A trending card shows everything twice, so the first match will do. */
function readShown(card: Element, id: string, today: string): Fields {
  const meta = queryAll(card, 'li, span, p, a, div')
    .filter((element) => !firstElementChild(element))
    .map((element) => textOf(element).trim());
  const published = meta
    .map((words) =>
      /^(·\s*)?(Published on )?[A-Z][a-z]{2} \d{1,2}(, \d{4})?$/.test(words)
        ? readDay(words, today)
        : undefined,
    )
    .find(Boolean);
  const badge = queryAll(card, 'div').find((div) => /^\s*Submitted by/.test(ownText(firstChild(div))));
  // The abstract is in a second link to the paper on search pages, and in a paragraph on trending pages (2026-10).
  const prose = queryAll(card, `a[href$="/papers/${id}"], p`).filter((one) => !closest(one, 'h3'));
  return {
    abstract: clip(prose.map((one) => textOf(one).trim()).find(isAbstract)),
    authorCount: wholeNumber(meta.map((words) => /^(?:·\s*)?(\d+) authors?$/.exec(words)?.[1]).find(Boolean)),
    publishedAt: published?.day,
    publishedAtInferred: published?.inferred,
    organization: text(card, 'a[href]:not([href*="/papers/"]) > img + span.truncate'),
    submitter: clip(
      badge &&
        textOf(badge)
          .replace(/^\s*Submitted by/, '')
          .trim(),
    ),
    upvotes: votes(card),
    comments: wholeNumber(text(card, 'a[href$="#community"]')),
    code: attr(card, 'a[href^="https://github.com/"]', 'href'),
  };
}

/**
 * What a paper's own page shows. Fields that could also come from the comments or other papers further down are
 * not read.
 */
function readPage(card: Element, today: string): Fields {
  const [, date = ''] = /Published on\s+(\w+ \d+(?:, \d{4})?)/.exec(textOf(card)) ?? [];
  const published = readDay(date, today);
  const authors = queryAll(card, '.author').flatMap(
    (author) => clip(textOf(author).trim().replace(/\s*,$/, '')) ?? [],
  );
  return {
    abstract: abstractOn(card),
    authors: authors.length > 0 ? authors.slice(0, 5000) : undefined,
    publishedAt: published?.day,
    publishedAtInferred: published?.inferred,
    upvotes: votes(card),
    code: attr(card, 'a.btn[href^="https://github.com/"]', 'href'),
  };
}

// Finds the vote box by its checkbox, because `.leading-none` alone also matches "Submitted by" (2026-09). `:has`
// would search all siblings of the card, for every card.
function votes(card: Element): number | undefined {
  const input = query(card, 'input[type="checkbox"]');
  const box = query(card, '[role="checkbox"]') ?? (input && parentElement(input));
  return wholeNumber(box && text(box, 'div')?.replace(/^-$/, '0')); // `-` means none
}

/** The fields in the record of a paper that pages embed and the API gives. */
export function readDailyItem(item: unknown): Fields {
  const outer = record(item);
  const paper = record(outer.paper);
  const authors = list(paper.authors)
    .map(record)
    .filter((author) => author.hidden !== true)
    .flatMap((author) => clip(author.name) ?? []);
  const organization = record(paper.organization ?? outer.organization);
  const submitter = record(outer.submittedBy ?? paper.submittedOnDailyBy);
  return present<Fields>({
    title: clip(paper.title) ?? clip(outer.title),
    abstract: clip(paper.summary) ?? clip(outer.summary),
    authors: authors.length > 0 ? authors : undefined,
    publishedAt: toDay(clip(paper.publishedAt) ?? ''),
    organization: clip(organization.fullname) ?? clip(organization.name),
    submitter: clip(submitter.fullname) ?? clip(submitter.name),
    upvotes: wholeNumber(paper.upvotes),
    comments: wholeNumber(outer.numComments),
    code: clip(paper.githubRepo),
    project: clip(paper.projectPage),
  });
}

/**
 * The listing's own address and day. The day is from the address, else from the embedded data, else from the
 * page's heading.
 */
function listingOf({ document, url, embedded }: Omit<PageContext, 'listing'>): Listing {
  const address = (path: string) => new URL(`/papers${path}`, url).href;
  const [, , kind = '', value = ''] = url.pathname.split('/');
  const query = url.searchParams.get('q');
  const id = canonicalArxivId(kind);
  if (id) return { listing: address(`/${id}`) };
  if (query) return { listing: address(`?q=${encodeURIComponent(query)}`) };
  if (kind === 'month' && /^\d{4}-(0[1-9]|1[0-2])$/.test(value))
    return { listing: address(`/month/${value}`), listedAt: value };
  const day =
    kind === '' || kind === 'date'
      ? (toDay(value || (url.searchParams.get('date') ?? '')) ??
        embeddedDay(document, embedded) ??
        toDay(attr(document, 'main time[datetime]', 'datetime') ?? ''))
      : undefined; // weekly and trending lists have no day
  return day
    ? { listing: address(`/date/${day}`), listedAt: day }
    : { listing: url.origin + url.pathname.replace(/\/$/, '') };
}

/** The day of the embedded list, unless in-page navigation has replaced the cards since. */
function embeddedDay(document: Document, embedded: PageContext['embedded']): string | undefined {
  const first = attr(document, 'article h3 a[href*="/papers/"]', 'href')?.split('/papers/')[1] ?? '';
  return clip(record(embedded.get(first)).listDay);
}
