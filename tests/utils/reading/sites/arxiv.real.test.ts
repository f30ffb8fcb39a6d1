// @vitest-environment happy-dom
/**
 * Real pages, where they are at hand (`../shared/pages`; none of their text may enter the repository). What is expected
 * is found in the raw text by other means than the reader's.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { arxiv } from '@/utils/reading/sites/arxiv';
import { health } from '@/utils/reading/sites/health';
import { parse, readPage } from './read-fixture';

const PAGES = '../shared/pages';
const absent = (name: string) =>
  existsSync(`${PAGES}/${name}`) ? '' : ` (skipped: no ${PAGES}/${name} here)`;

/** The page without its links to style sheets, which happy-dom complains about. */
function pageOf(name: string): string {
  return existsSync(`${PAGES}/${name}`)
    ? readFileSync(`${PAGES}/${name}`, 'utf8').replaceAll(/<link\b[^>]*>/g, '')
    : '';
}

/** What raw HTML says, on one line. */
function plain(raw: string | undefined): string | undefined {
  const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', hellip: '…' };
  const text = raw
    ?.replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#(\d+)|(\w+));/g, (all, code, name) =>
      code ? String.fromCodePoint(Number(code)) : (NAMED[name] ?? all),
    );
  return oneLine(text) || undefined;
}

function oneLine(text: string | undefined): string {
  return text?.replaceAll(/\s+/g, ' ').trim() ?? '';
}

function linked(raw: string | undefined): string[] {
  return [...(raw ?? '').matchAll(/<a [^>]*>([^<]*)<\/a>/g)].map(([, name]) => plain(name) ?? '');
}

function read(html: string, address: string) {
  return readPage(arxiv, html, address).map((card) => ({
    ...card,
    title: oneLine(card.title),
    ...(card.abstract && { abstract: oneLine(card.abstract) }),
    ...(card.venue && { venue: oneLine(card.venue) }),
  }));
}

describe.each([
  ['arxiv-list-cs.AI-recent-2026-10.html', 'https://arxiv.org/list/cs.AI/recent', 4, 0, undefined],
  ['arxiv-list-q-fin-new-2023-03.html', 'https://arxiv.org/list/q-fin/new', 16, 13, '2023-03-03'],
  ['arxiv-list-q-fin-recent-2023-03.html', 'https://arxiv.org/list/q-fin/recent', 13, 0, '2023-03-03'],
])('%s', (name, address, count, abstracts, listedAt) => {
  const html = pageOf(name);

  test.skipIf(!html)(`gives every paper, with all that is said of it${absent(name)}`, () => {
    const expected = html
      .split('<dt>')
      .slice(1)
      .map((item) => {
        const find = (pattern: RegExp) => pattern.exec(item)?.[1];
        const id = find(/href ="\/abs\/([^"]+)"/);
        const announced = (word: string) => find(new RegExp(`${word}: <a href="([^"]+)"`));
        return {
          site: 'arxiv',
          listing: address,
          listedAt,
          identifiers: { arxiv: id },
          url: `https://arxiv.org/abs/${id}`,
          title: plain(find(/class='list-title mathjax'><span[^>]*>Title:<\/span>(.*?)<\/div>/s)),
          authors: linked(find(/class='list-authors'>(.*?)<\/div>/s)),
          abstract: plain(find(/<p class='mathjax'>(.*?)<\/p>/s)),
          venue: plain(find(/Journal-ref:<\/span>(.*?)<\/div>/s)),
          code: announced('Code'),
          project: announced('Project page'),
        };
      });
    expect(expected).toHaveLength(count);
    expect(html.match(/title="Abstract"/g)).toHaveLength(count);
    expect(new Set(expected.map((card) => card.url)).size).toBe(count);
    expect(expected.filter((card) => card.title && card.authors.length > 0)).toHaveLength(count);
    expect(expected.filter((card) => card.abstract)).toHaveLength(abstracts);
    expect(read(html, address)).toEqual(expected);
  });

  test.skipIf(!html)(`is healthy, and unhealthy without its titles${absent(name)}`, () => {
    const of = (page: string) =>
      health(arxiv.mentioned(parse(page), new URL(address)), readPage(arxiv, page, address));
    expect(of(html)).toEqual({ mentioned: count, read: count, healthy: true });
    expect(of(html.replaceAll('list-title', 'name'))).toEqual({ mentioned: count, read: 0, healthy: false });
  });
});

const SEARCH = 'arxiv-search-first50-2025-12.html';

describe(SEARCH, () => {
  const html = pageOf(SEARCH);
  const address =
    'https://arxiv.org/search/?searchtype=abstract&query=distributed+systems&abstracts=show&size=200&order=';

  test.skipIf(!html)(`gives all 50 with title, authors, abstract and day${absent(SEARCH)}`, () => {
    const expected = html
      .split('<li class="arxiv-result">')
      .slice(1)
      .map((item) => {
        const find = (pattern: RegExp) => pattern.exec(item)?.[1];
        const id = find(/href="https:\/\/arxiv\.org\/abs\/([^"]+)"/);
        const doi = find(/href="https:\/\/doi\.org\/([^"]+)"/);
        const submitted = find(/Submitted<\/span> ([^;]+);/);
        return {
          site: 'arxiv',
          listing: 'https://arxiv.org/search?query=distributed+systems&searchtype=abstract',
          identifiers: { arxiv: id, ...(doi && { doi }) },
          url: `https://arxiv.org/abs/${id}`,
          title: plain(find(/<p class="title is-5 mathjax">(.*?)<\/p>/s)),
          authors: linked(find(/<p class="authors">(.*?)<\/p>/s)),
          abstract: plain(find(/<span class="abstract-full[^>]*>(.*?)<a class="is-size-7"/s)),
          publishedAt: new Date(`${submitted} UTC`).toISOString().slice(0, 10),
        };
      });
    expect(expected).toHaveLength(50);
    expect(new Set(expected.map((card) => card.url)).size).toBe(50);
    for (const card of expected) {
      expect(card.title?.length).toBeGreaterThan(10);
      expect(card.authors.length).toBeGreaterThan(0);
      expect(card.abstract?.length).toBeGreaterThan(200);
      expect(card.abstract).not.toMatch(/Less$|More$|^…|search-hit/);
    }
    expect(read(html, address)).toEqual(expected);
  });

  test.skipIf(!html)(`is healthy, and unhealthy when it is built otherwise${absent(SEARCH)}`, () => {
    const of = (page: string) =>
      health(arxiv.mentioned(parse(page), new URL(address)), readPage(arxiv, page, address));
    expect(of(html)).toEqual({ mentioned: 50, read: 50, healthy: true });
    expect(of(html.replaceAll('arxiv-result', 'result'))).toEqual({ mentioned: 50, read: 0, healthy: false });
  });
});
