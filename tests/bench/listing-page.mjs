/** Listings of as many cards as wanted, made of the daily fixture: its cards again and again, each with a paper of its own. */

import { readFile } from 'node:fs/promises';
import { SAMPLE_LISTING } from '@/scripts/lib/paths.mjs';

/** @import { BrowserContext } from '@playwright/test' */

export const CARDS = 50;

/**
 * @param {number} series papers of different series are different papers
 * @param {number} [count] how many cards
 * @returns {Promise<string>} the page
 */
export async function listingPage(series, count = CARDS) {
  const page = await readFile(SAMPLE_LISTING, 'utf8');
  const cards = page.match(/<article.*?<\/article>/gs) ?? [];
  const island = /(data-target="DailyPapers" data-props=")([^"]*)/;
  const props = JSON.parse(fromAttribute(island.exec(page)?.[2] ?? ''));
  /** @type {Map<string, any>} */
  const items = new Map(props.dailyPapers.map((/** @type {any} */ item) => [item.paper.id, item]));
  /** @type {unknown[]} */
  const papers = [];
  const articles = Array.from({ length: count }, (_, index) => {
    const card = cards[index % cards.length] ?? '';
    const old = /\/papers\/(\d{4}\.\d{5})/.exec(card)?.[1] ?? '';
    const id = arxivId(series, index);
    const item = structuredClone(items.get(old));
    if (item) {
      const title = `${item.paper.title} ${number(series, index)}`;
      papers.push({ ...item, title, paper: { ...item.paper, id, title } });
    }
    return card.replaceAll(old, id).replace(/(<h3.*?<a[^>]*>.*?)(<\/a>)/s, `$1 ${number(series, index)}$2`);
  });
  const first = page.indexOf('<article');
  const end = page.lastIndexOf('</article>') + '</article>'.length;
  const enlarged = `${page.slice(0, first)}${articles.join('')}${page.slice(end)}`;
  const data = toAttribute(JSON.stringify({ ...props, dailyPapers: papers }));
  return enlarged.replace(island, (_, start) => start + data);
}

/**
 * @param {number} series
 * @param {number} index of the card
 */
export function arxivId(series, index) {
  return `2610.${10_000 + series * 100 + index}`;
}

/** @param {number} series */
export function addressOf(series) {
  return `https://huggingface.co/papers/date/2026-10-${String(series + 1).padStart(2, '0')}`;
}

/**
 * From now on these pages are all that there is of the web.
 *
 * @param {BrowserContext} context
 * @param {Record<string, string>} pages by address
 * @returns {Promise<void>}
 */
export async function serve(context, pages) {
  await context.route(/^https?:/, (route) => {
    const body = pages[route.request().url()];
    return body ? route.fulfill({ contentType: 'text/html; charset=utf-8', body }) : route.abort();
  });
}

/**
 * @param {number} series
 * @param {number} index
 */
function number(series, index) {
  return `no. ${series}-${index}`;
}

/** @param {string} text */
function fromAttribute(text) {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** @param {string} text */
function toAttribute(text) {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
