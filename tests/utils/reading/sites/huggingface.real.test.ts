// @vitest-environment happy-dom
/**
 * Real pages, where they are at hand (`../shared/pages`; none of their text may enter the repository). What is expected
 * is found in the raw text by other means than the reader's.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { health } from '@/utils/reading/sites/health';
import { huggingface } from '@/utils/reading/sites/huggingface';
import { scrub } from '@/utils/reading/sites/scrub';
import { parse, readPage } from './read-fixture';

const PAGES = '../shared/pages';
const DAILY = `${PAGES}/hf-daily-2026-09.html`;
const TRENDING = `${PAGES}/hf-trending-2026-10.html`;
const API = `${PAGES}/hf-api-daily_papers-2026-08-03.json`;
const absent = (path: string) => (existsSync(path) ? '' : ` (skipped: no ${path} here)`);

describe.skipIf(!existsSync(DAILY))(`a real daily page${absent(DAILY)}`, () => {
  const address = 'https://huggingface.co/papers/date/2026-09-28';

  test('shows the papers of its cards, not those of its data', () => {
    const html = readFileSync(DAILY, 'utf8');
    const articles = html.split('<article').slice(1);
    const find = (article: string, pattern: RegExp) => pattern.exec(article)?.[1]?.trim() ?? 'not found';
    const expected = articles.map((article) => ({
      title: find(article, /<h3[^>]*><a[^>]*>([^<]+)</),
      identifiers: { arxiv: find(article, /<h3[^>]*><a[^>]*href="\/papers\/([\d.]+)"/) },
      organization: find(article, /truncate font-medium">([^<]+)</),
      submitter: find(article, /Submitted by (?:<[^>]*>|\s)*([^<]+)</),
      upvotes: Number(find(article, /<div class="leading-none">(\d+)</)),
      comments: Number(find(article, /#community">.*?<\/svg>(?:<!---->|\s)*(\d+)/s)),
      listing: address,
      listedAt: address.slice(-10),
      url: `https://huggingface.co/papers/${find(article, /href="\/papers\/([\d.]+)"/)}`,
      embedded: [],
    }));
    const cards = readPage(huggingface, html, address);
    expect(expected).toHaveLength(2);
    expect(JSON.stringify(expected)).not.toContain('not found');
    expect(cards).toEqual(expected.map((card) => ({ site: 'huggingface', ...card })));
    const sent = [...html.matchAll(/&quot;id&quot;:&quot;(\d{4}\.\d{5})&quot;/g)].map((found) => found[1]);
    expect(sent).toHaveLength(3);
    for (const { identifiers } of cards) expect(sent).not.toContain(identifiers.arxiv);
  });
});

describe.skipIf(!existsSync(TRENDING))(`a real trending page${absent(TRENDING)}`, () => {
  const address = 'https://huggingface.co/papers/trending';
  const html = existsSync(TRENDING) ? readFileSync(TRENDING, 'utf8') : '';

  test('shows one paper in two halves', () => {
    const find = (pattern: RegExp) => pattern.exec(html)?.[1]?.trim() ?? 'not found';
    const id = find(/arxiv\.org\/abs\/([\d.]+)"/);
    const expected = {
      site: 'huggingface',
      title: find(/line-clamp-2 cursor-pointer">([^<]+)</),
      identifiers: { arxiv: id },
      abstract: find(/<p[^>]*>([^<]+)<\/p>/),
      organization: find(/truncate font-medium">([^<]+)</),
      publishedAt: new Date(`${find(/<span>Published on ([^<]+)</)} UTC`).toISOString().slice(0, 10),
      submitter: find(/Submitted by <div.*?<\/div>(?:<!---->)?\s*([^<]+)</),
      upvotes: Number(find(/text-orange-500">(\d+)</)),
      code: find(/href="(https:\/\/github\.com\/[^"]+)"/),
      listing: address,
      url: `https://huggingface.co/papers/${id}`,
      embedded: [],
    };
    expect(JSON.stringify(expected)).not.toContain('not found');
    expect(html.split(`<a href="/papers/${id}"`)).toHaveLength(5);
    expect(readPage(huggingface, html, address)).toEqual([expected]);
  });

  test('is healthy, and can be reported without a word of it', () => {
    const url = new URL(address);
    const found = huggingface.mentioned(parse(html), url);
    expect(health(found, readPage(huggingface, html, address))).toEqual({
      mentioned: 1,
      read: 1,
      healthy: true,
    });
    const report = scrub(parse(html), url);
    const title = /line-clamp-2 cursor-pointer">([^<]+)</.exec(html)?.[1]?.match(/[A-Z][a-z]{4,}/g) ?? [];
    expect(title.length).toBeGreaterThan(3);
    for (const word of title) expect(report).not.toContain(word);
  });
});

interface Item {
  title: string;
  summary: string;
  publishedAt: string;
  numComments: number;
  submittedBy: { fullname: string };
  organization?: { fullname: string };
  paper: {
    id: string;
    publishedAt: string;
    upvotes: number;
    authors: { name: string; hidden: boolean }[];
    githubRepo?: string;
    projectPage?: string;
  };
}

describe.skipIf(!existsSync(API))(`a real answer of the API as a page's data${absent(API)}`, () => {
  function page(): { items: Item[]; document: Document } {
    const items: Item[] = JSON.parse(readFileSync(API, 'utf8'));
    for (const { paper } of items) for (const author of paper.authors.slice(1, 2)) author.hidden = true;
    const document = new DOMParser().parseFromString('<main></main>', 'text/html');
    const island = document.createElement('div');
    island.setAttribute('data-target', 'DailyPapers');
    island.setAttribute('data-props', JSON.stringify({ dateString: '2026-08-03', dailyPapers: items }));
    document.querySelector('main')?.append(island);
    for (const { paper } of items) {
      const link = document.createElement('a');
      link.setAttribute('href', `/papers/${paper.id}`);
      link.textContent = 'Title on the card';
      const heading = document.createElement('h3');
      heading.append(link);
      const article = document.createElement('article');
      article.append(heading);
      island.append(article);
    }
    return { items, document };
  }

  test('comes out whole', () => {
    const { items, document } = page();
    const cards = readPage(huggingface, document, 'https://huggingface.co/papers');
    expect(items.length).toBeGreaterThan(0);
    expect(cards.map(({ embedded: _, ...card }) => card)).toEqual(
      items.map((item) => ({
        site: 'huggingface',
        listing: 'https://huggingface.co/papers/date/2026-08-03',
        listedAt: '2026-08-03',
        identifiers: { arxiv: item.paper.id },
        url: `https://huggingface.co/papers/${item.paper.id}`,
        title: item.title,
        abstract: item.summary,
        authors: item.paper.authors.filter(({ hidden }) => !hidden).map(({ name }) => name),
        publishedAt: item.paper.publishedAt.slice(0, 10),
        upvotes: item.paper.upvotes,
        comments: item.numComments,
        organization: item.organization?.fullname,
        submitter: item.submittedBy.fullname,
        code: item.paper.githubRepo,
        project: item.paper.projectPage,
      })),
    );
  });

  test('has the day of the paper, which is not that of the list', () => {
    const { items } = page();
    expect(items.some((item) => item.publishedAt.slice(0, 10) !== item.paper.publishedAt.slice(0, 10))).toBe(
      true,
    );
  });
});
