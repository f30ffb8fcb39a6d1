/** The benchmark as a whole: builds, measures size after size, and reports. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildForChrome } from '@/scripts/lib/build.mjs';
import { ROOT } from '@/scripts/lib/paths.mjs';
import { withSearchBrowser } from './browser.mjs';
import { bundlePages, CONTENDERS } from './bundle.mjs';
import { measureSize } from './measure-size.mjs';
import { plot } from './plot.mjs';
import { makeQueries } from './queries.mjs';
import { quickLine, report } from './report.mjs';

/** @import { SearchBrowser } from './browser.mjs' */
/** @import { SizeResult } from './measure-size.mjs' */

const REPORT = 'tests/bench/search.md';
const PLOT = 'assets/bench/search.svg';
const SIZES = [1000, 10_000, 100_000];
const QUERIES = { words: 168, typed: 10, typos: 84 };
const ROUNDS = 9;
/** No round begins after `until` (ms), so that a busy machine is done in time, too. */
const QUICK = { papers: 10_000, rounds: 5, until: 30_000, queries: { words: 42, typed: 0, typos: 0 } };

/**
 * @param {Date} date
 * @returns {Promise<void>}
 */
export async function runFull(date) {
  const queries = makeQueries(QUERIES);
  await inBrowser(async (browser) => {
    /** @type {SizeResult[]} */
    const results = [];
    for (const papers of SIZES) {
      const names = CONTENDERS.filter((name) => !results.some(({ of }) => of[name]?.unfinished));
      results.push(await measureSize(browser, { papers, names, queries, rounds: ROUNDS, say }));
    }
    const text = report({ results, browser: browser.version, date });
    await write(REPORT, text);
    await write(PLOT, plot(results));
    console.log(`\n${text}`);
  });
}

export async function runQuick() {
  const queries = makeQueries(QUICK.queries);
  const names = ['floor', 'offprint', 'minisearch', 'linear'];
  const { papers, rounds } = QUICK;
  const until = started + QUICK.until;
  await inBrowser(async (browser) => {
    const result = await measureSize(browser, { papers, names, queries, rounds, until, say, quick: true });
    console.log(quickLine(result));
  });
}

/** @param {(browser: SearchBrowser) => Promise<void>} work */
async function inBrowser(work) {
  const pages = await mkdtemp(join(tmpdir(), 'offprint-pages-'));
  try {
    await Promise.all([buildForChrome(), bundlePages(pages)]);
    say('built');
    await withSearchBrowser(pages, work);
  } finally {
    await rm(pages, { recursive: true, force: true });
  }
}

const started = performance.now();

/** @param {string} text */
function say(text) {
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`);
}

/**
 * @param {string} path
 * @param {string} text
 */
async function write(path, text) {
  await mkdir(dirname(join(ROOT, path)), { recursive: true });
  await writeFile(join(ROOT, path), text);
}
