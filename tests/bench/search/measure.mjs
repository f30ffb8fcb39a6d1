/** One visit to a contender's page: how long it takes until the titles stand there, and whatever else is asked. */

/** @import { Page } from '@playwright/test' */
/** @import { SearchBrowser } from './browser.mjs' */
/** @import { Way } from './page' */
/** @import { Queries } from './queries.mjs' */

/** @typedef {keyof typeof WAYS} Measured */

/**
 * @typedef {object} Visit
 * @property {number} cold ms from the start of the navigation to the titles
 * @property {number} drawn titles
 * @property {number} [heap] bytes that the page holds then, garbage collected
 * @property {number} [heapAfter] the same after all queries but those to the index alone
 * @property {Partial<Record<Measured, number[]>>} times ms of each query
 */

/** What is timed on a page that is warm: which way to ask, and which queries. */
const WAYS = {
  words: /** @type {const} */ (['find', 'words']),
  again: /** @type {const} */ (['find', 'words']),
  typed: /** @type {const} */ (['find', 'typed']),
  typos: /** @type {const} */ (['fuzzy', 'typos']),
  rank: /** @type {const} */ (['rank', 'words']),
  alike: /** @type {const} */ (['rankFuzzy', 'typos']),
};

/** A page is warm when it has done what it does by itself after its first titles and first queries (ms). */
const SETTLE_MS = 500;

/** No further query is asked one way after this time, so that a page comes to its end. */
const WAY_MS = 120_000;

export const MEASURED = /** @type {Measured[]} */ (Object.keys(WAYS));

/**
 * @param {SearchBrowser} browser
 * @param {string} name
 * @param {number} papers
 * @param {{ query: string, heap?: boolean, ways?: readonly Measured[], queries: Queries }} wish `ways` to time
 * @returns {Promise<Visit | undefined>} undefined if it did not finish
 */
export function visit(browser, name, papers, { query, heap = false, ways = [], queries }) {
  return browser.onPage(addressOf(name, papers, query), async (page, alive) => {
    const { ms, drawn } = await page.evaluate(() => pageBench.cold);
    /** @type {Visit} */
    const seen = { cold: ms, drawn, times: {} };
    if (heap) seen.heap = await heapOf(page);
    if (ways.length > 0) await page.waitForTimeout(SETTLE_MS);
    for (const measure of ways) {
      alive();
      // For what comes then, Offprint's page holds a second index.
      if (heap && measure === 'rank') seen.heapAfter = await heapOf(page);
      const [way, kind] = WAYS[measure];
      await time(page, way, queries.warmup[kind]);
      await page.waitForTimeout(SETTLE_MS);
      seen.times[measure] = await time(page, way, queries[kind]);
    }
    return seen;
  });
}

/**
 * Everything that a contender finds.
 *
 * @param {SearchBrowser} browser
 * @param {string} name
 * @param {number} papers
 * @param {string[]} queries
 * @param {boolean} fuzzy
 * @returns {Promise<[id: string, score: number][][] | undefined>}
 */
export function findAll(browser, name, papers, queries, fuzzy) {
  return browser.onPage(addressOf(name, papers, queries[0] ?? ''), async (page) => {
    await page.evaluate(() => pageBench.cold);
    return page.evaluate(
      ([asked, also]) => pageBench.all(asked, also),
      /** @type {const} */ ([queries, fuzzy]),
    );
  });
}

/**
 * @param {string} name
 * @param {number} papers
 * @param {string} query
 */
function addressOf(name, papers, query) {
  return `${name}.html?${new URLSearchParams({ papers: String(papers), query })}`;
}

/**
 * @param {Page} page
 * @param {Way} way
 * @param {string[]} queries
 * @returns {Promise<number[]>}
 */
function time(page, way, queries) {
  return page.evaluate(
    ([how, asked, most]) => pageBench.time(how, asked, most),
    /** @type {const} */ ([way, queries, WAY_MS]),
  );
}

/**
 * What JavaScript holds, its buffers included, and what a worker's module holds.
 *
 * @param {Page} page
 * @returns {Promise<number>} bytes
 */
async function heapOf(page) {
  const devtools = await page.context().newCDPSession(page);
  for (let round = 0; round < 2; round++) await devtools.send('HeapProfiler.collectGarbage');
  const used = /** @type {{ usedSize: number, backingStorageSize?: number }} */ (
    await devtools.send('Runtime.getHeapUsage')
  );
  await devtools.detach();
  const elsewhere = await page.evaluate(() => pageBench.elsewhere());
  return used.usedSize + (used.backingStorageSize ?? 0) + elsewhere;
}
