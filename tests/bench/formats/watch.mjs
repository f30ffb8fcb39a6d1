/** What a piece of work costs: its time, the longest task of the page meanwhile, and the memory of the whole browser. */

import { readFile } from 'node:fs/promises';

/** @import { BrowserContext, Page } from '@playwright/test' */

/**
 * @typedef {object} Cost
 * @property {number} seconds
 * @property {number} longestTask of the page, in milliseconds; 0 if none took 50
 * @property {number} megabytes at the peak, above what the browser held before; NaN where the system does not tell
 */

const PAUSE_MS = 250;
const PAGE_SIZE = 4096;

/**
 * @param {BrowserContext} context
 * @param {Page} page on which it happens; it is open already
 * @param {() => Promise<unknown>} work
 * @returns {Promise<Cost>}
 */
export async function costOf(context, page, work) {
  await page.evaluate(() => {
    const seen = /** @type {{ longest: number }} */ (/** @type {unknown} */ (globalThis));
    seen.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: 'longtask' });
  });
  const held = await memoryOf(context);
  let [peak, done] = [held, false];
  const watching = (async () => {
    while (!done) {
      peak = Math.max(peak, await memoryOf(context));
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  })();
  const start = performance.now();
  try {
    await work();
  } finally {
    done = true;
  }
  const seconds = (performance.now() - start) / 1000;
  await watching;
  const longestTask = await page.evaluate(
    () => /** @type {{ longest: number }} */ (/** @type {unknown} */ (globalThis)).longest,
  );
  return { seconds, longestTask, megabytes: (peak - held) / 1e6 };
}

/**
 * What is resident of all processes of the browser together, in bytes.
 *
 * @param {BrowserContext} context
 * @returns {Promise<number>}
 */
async function memoryOf(context) {
  const browser = context.browser();
  if (!browser) return Number.NaN;
  const devtools = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
    const pages = await Promise.all(processInfo.map(({ id }) => pagesOf(id)));
    return PAGE_SIZE * pages.reduce((sum, count) => sum + count, 0);
  } finally {
    await devtools.detach();
  }
}

/** @param {number} process */
async function pagesOf(process) {
  const text = await readFile(`/proc/${process}/statm`, 'utf8').catch(() => '');
  return text === '' ? Number.NaN : Number(text.split(' ')[1]);
}
