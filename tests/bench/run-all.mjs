/** All measurements, one after the other, and the report of them. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildForChrome } from '@/scripts/lib/build.mjs';
import { ROOT } from '@/scripts/lib/paths.mjs';
import { fill, withBrowser } from './bench-browser.mjs';
import { FLOOR_PAGE } from './floor-extension.mjs';
import { addressOf, listingPage, serve } from './listing-page.mjs';
import { contentScriptSize, measureListing, UNTOUCHED } from './measure-listing.mjs';
import { measureOpening, measureSearch } from './measure-popup.mjs';
import { measurePanel, measurePresses } from './measure-press.mjs';
import { race } from './measure-race.mjs';
import { makeLibrary } from './papers.mjs';
import { report } from './report.mjs';
import { median, ms, quantile, timeRow } from './stats.mjs';

/** @import { Browser } from '@playwright/test' */
/** @import { Bench } from './bench-browser.mjs' */
/** @import { Row } from './stats.mjs' */

const REPORT = 'tests/bench/main-job.md';
const SIZES = [100, 10_000];
const RACE_SIZE = 1000;
const REPEATS = { listing: 12, press: 30, panel: 25, opening: 20, search: 6, race: 2 };
const QUICK = { listing: 2, press: 5, panel: 5, opening: 4, search: 1, race: 1 };
const FLOOR_HTML = '<!doctype html><title>The floor of a press</title><body></body>';

/** @typedef {typeof REPEATS} Repeats */

/**
 * @param {{ quick: boolean, date: Date }} options
 * @returns {Promise<void>}
 */
export async function runAll({ quick, date }) {
  const repeats = quick ? QUICK : REPEATS;
  await buildForChrome();
  const { rows, browser } = await inLibrary(100, date, (bench) => measureCards(bench, repeats));
  for (const size of SIZES)
    rows.push(...(await inLibrary(size, date, (bench) => measureLibrary(bench, size, repeats))).rows);
  rows.push(...(await inLibrary(RACE_SIZE, date, (bench) => measureRace(bench, repeats))).rows);
  const text = report({ rows, browser, date });
  console.log(`\n${text}`);
  if (quick) return;
  await writeFile(join(ROOT, REPORT), text);
}

/**
 * @param {number} size
 * @param {Date} date
 * @param {(bench: Bench) => Promise<Row[]>} work
 * @returns {Promise<{ rows: Row[], browser: string }>}
 */
function inLibrary(size, date, work) {
  return withBrowser(async (bench) => {
    const series = await Promise.all([0, 1].map(async (one) => [addressOf(one), await listingPage(one)]));
    await serve(bench.context, {
      ...Object.fromEntries(series),
      [UNTOUCHED]: series[0]?.[1],
      [FLOOR_PAGE]: FLOOR_HTML,
    });
    await fill(bench, makeLibrary(size, date));
    const rows = await work(bench);
    for (const row of rows) console.log(row.measure, '·', row.value, row.floor ? `· floor ${row.floor}` : '');
    return { rows, browser: /** @type {Browser} */ (bench.context.browser()).version() };
  });
}

/**
 * @param {Bench} bench
 * @param {Repeats} repeats
 * @returns {Promise<Row[]>}
 */
async function measureCards(bench, repeats) {
  const { script, task, floorTask, shift, floorShift } = await measureListing(bench, repeats.listing);
  const size = (await contentScriptSize()) / 1000;
  const shifts = (/** @type {number[]} */ values) => median(values).toFixed(4);
  return [
    { measure: 'Content script of Hugging Face', value: `${size.toFixed(1)} kB`, goal: '25 kB' },
    timeRow('50 cards: content script runs, until all is drawn', script, '50 ms'),
    timeRow('50 cards: all work of the page’s main thread', task, '', floorTask),
    {
      measure: '50 cards: layout shift',
      value: shifts(shift),
      p95: quantile(shift, 0.95).toFixed(4),
      floor: shifts(floorShift),
      goal: '0',
      repeats: shift.length,
    },
  ];
}

/**
 * @param {Bench} bench
 * @param {number} size
 * @param {Repeats} repeats
 * @returns {Promise<Row[]>}
 */
async function measureLibrary(bench, size, repeats) {
  const at = `${size.toLocaleString('en')} papers`;
  const press = await measurePresses(bench, repeats.press);
  const opening = await measureOpening(bench, repeats.opening);
  const over = median(opening.product) - median(opening.floor);
  const panel = await measurePanel(bench, repeats.panel);
  const search = await measureSearch(bench, repeats.search);
  return [
    timeRow(`${at}: press → “Saved”`, press.product, '50 ms', press.floor),
    timeRow(`${at}: popup opened → list drawn`, opening.product, '', opening.floor),
    { measure: `${at}: the same, over the floor`, value: ms(over), goal: '150 ms' },
    timeRow(`${at}: press → “Saved”, side panel open`, panel.saved),
    timeRow(`${at}: press → drawn in the open side panel`, panel.shown, '100 ms'),
    timeRow(`${at}: word typed right after opening → first results drawn`, search.first),
    timeRow(`${at}: … → results over the whole library drawn`, search.whole),
    timeRow(`${at}: … longest task meanwhile`, search.longest),
    timeRow(`${at}: word typed, index full → results drawn`, search.warm),
    timeRow(`${at}: each letter of a word, index full → results drawn`, search.letter),
  ];
}

/**
 * @param {Bench} bench
 * @param {Repeats} repeats
 * @returns {Promise<Row[]>}
 */
async function measureRace(bench, repeats) {
  /** @type {Row[]} */
  const rows = [];
  for (let run = 0; run < repeats.race; run++) {
    const { said, kept, slowest, spread } = await race(bench, run);
    rows.push({
      measure: `20 tabs save at once, run ${run + 1}`,
      value: `${said} said “Saved”, ${kept} kept`,
      p95: `slowest ${ms(slowest)}, pressed within ${ms(spread)}`,
      goal: '20, 20',
    });
  }
  return rows;
}
