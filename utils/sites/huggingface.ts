/**
 * Hugging Face Daily Papers: day lists and search results, in the layouts of 2024-08 and 2026-09.
 *
 * The cards in the DOM decide which papers there are; the embedded JSON only fills in fields by paper id, because it
 * is what the server first sent and goes stale after in-page navigation.
 */
import { readDay, toDay } from '../days';
import { attr, clip, text, wholeNumber } from '../dom';
import { canonicalArxivId } from '../identity';
import type { PaperCard } from '../paper';
import type { PageContext, Site } from './site';

export const huggingface: Site = {
  id: 'huggingface',
  name: 'Hugging Face Daily Papers',
  matches: ['https://huggingface.co/papers*'],
  card: 'article',

  embedded(document) {
    const props = attributeJson(document.querySelector('[data-target="DailyPapers"]'), 'data-props');
    const items = [...list(props.searchResults), ...list(props.dailyPapers)].map((item) => ({
      ...record(item),
      listDay: toDay(clip(props.dateString) ?? clip(props.date) ?? ''),
    }));
    return new Map(items.map((item) => [clip(record(record(item).paper).id) ?? '', item]));
  },

  read(card, page) {
    // A card links to its paper three times; only the heading's link carries the title (2024-08, 2026-09).
    const heading = card.querySelector('h3 a[href*="/papers/"]');
    const id = canonicalArxivId(/\/papers\/([^/?#]+)/.exec(heading?.getAttribute('href') ?? '')?.[1] ?? '');
    if (!heading || !id) return undefined;
    const shown = readShown(card, id, page.today);
    const embedded = readEmbedded(page.embedded.get(id));
    const title = embedded.title ?? clip(heading.textContent?.trim());
    if (!title) return undefined;
    return clean({
      ...shown,
      ...embedded,
      // Votes and comments change while the page is open: what is shown is newer than what was sent.
      upvotes: shown.upvotes ?? embedded.upvotes,
      comments: shown.comments ?? embedded.comments,
      publishedAtInferred: embedded.publishedAt ? undefined : shown.publishedAtInferred,
      title,
      site: huggingface.id,
      identifiers: { arxiv: id },
      url: new URL(`/papers/${id}`, page.url).href,
      ...listingOf(page),
      embedded: Object.keys(embedded).filter((name) => embedded[name as keyof typeof embedded] !== undefined),
    });
  },
};

type Fields = { [K in keyof PaperCard]?: PaperCard[K] | undefined };

/** What the card itself shows. */
function readShown(card: Element, id: string, today: string): Fields {
  // The vote button's link, by structure: `.leading-none` alone also matches "Submitted by" (2026-09).
  const votes = '[role="checkbox"] div, div:has(> input[type="checkbox"]) div';
  const meta = [...card.querySelectorAll('li, span, p, a, div')]
    .filter((element) => element.childElementCount === 0)
    .map((element) => element.textContent?.trim() ?? '');
  const published = meta
    .map((words) =>
      /^(·\s*)?(Published on )?[A-Z][a-z]{2} \d{1,2}(, \d{4})?$/.test(words)
        ? readDay(words, today)
        : undefined,
    )
    .find(Boolean);
  const badge = [...card.querySelectorAll('div')].find((div) =>
    /^\s*Submitted by/.test(div.firstChild?.textContent ?? ''),
  );
  return {
    abstract: abstractLink(card, id) ?? text(card, 'p'),
    authorCount: wholeNumber(meta.map((words) => /^(?:·\s*)?(\d+) authors?$/.exec(words)?.[1]).find(Boolean)),
    publishedAt: published?.day,
    publishedAtInferred: published?.inferred,
    organization: text(card, 'a[href]:not([href*="/papers/"]) > img + span.truncate'),
    submitter: clip(badge?.textContent?.replace(/^\s*Submitted by/, '').trim()),
    upvotes: wholeNumber(text(card, votes)?.replace(/^-$/, '0')), // `-` is none
    comments: wholeNumber(text(card, 'a[href$="#community"]')),
    code: attr(card, 'a[href^="https://github.com/"]', 'href'),
  };
}

/** On search pages a second link to the paper holds the whole abstract (2026-10). */
function abstractLink(card: Element, id: string): string | undefined {
  const links = [...card.querySelectorAll(`a[href$="/papers/${id}"]`)].filter((link) => !link.closest('h3'));
  const longest = links.map((link) => link.textContent?.trim() ?? '').sort((a, b) => b.length - a.length)[0];
  return longest && longest.split(/\s+/).length > 8 ? clip(longest) : undefined;
}

/** What the page's embedded record says of the paper. */
function readEmbedded(item: unknown): Fields {
  const outer = record(item);
  const paper = record(outer.paper);
  const authors = list(paper.authors)
    .map(record)
    .filter((author) => author.hidden !== true)
    .flatMap((author) => clip(author.name) ?? []);
  const organization = record(paper.organization ?? outer.organization);
  const submitter = record(outer.submittedBy ?? paper.submittedOnDailyBy);
  return clean<Fields>({
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

/** The listing's own address and day: from the address, else from the data, else from the page's head. */
function listingOf({ document, url, embedded }: PageContext): Pick<PaperCard, 'listing' | 'listedAt'> {
  const query = url.searchParams.get('q');
  if (query) return { listing: new URL(`/papers?q=${encodeURIComponent(query)}`, url).href };
  const day =
    toDay(/\/papers\/date\/([\d-]+)/.exec(url.pathname)?.[1] ?? url.searchParams.get('date') ?? '') ??
    embeddedDay(document, embedded) ??
    toDay(attr(document, 'main time[datetime]', 'datetime') ?? '');
  return day
    ? { listing: new URL(`/papers/date/${day}`, url).href, listedAt: day }
    : { listing: url.origin + url.pathname };
}

/** The day of the embedded list, unless in-page navigation has put other cards on the page since. */
function embeddedDay(document: Document, embedded: PageContext['embedded']): string | undefined {
  const first =
    document.querySelector('article h3 a[href*="/papers/"]')?.getAttribute('href')?.split('/papers/')[1] ??
    '';
  return clip(record(embedded.get(first)).listDay);
}

function attributeJson(element: Element | null, name: string): Record<string, unknown> {
  try {
    return record(JSON.parse(element?.getAttribute(name) ?? '{}'));
  } catch {
    return {}; // broken data: the cards are read without it
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function clean<T extends object>(values: { [K in keyof T]?: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
