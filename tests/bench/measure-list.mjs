/** A long list in the side panel: scrolling, what it holds in memory, opening, and typing above it. */

import { writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildForChrome } from '@/scripts/lib/build.mjs';
import { ROOT } from '@/scripts/lib/paths.mjs';
import { until } from '@/scripts/lib/until.mjs';
import { fill, ownAddress, withBrowser } from './bench-browser.mjs';
import { measureOpening } from './measure-popup.mjs';
import { measureStars } from './measure-stars.mjs';
import { makeLibrary, word } from './papers.mjs';
import { median, ms, quantile, table, timeRow } from './stats.mjs';

/** @import { Browser, Page } from '@playwright/test' */
/** @import { Bench } from './bench-browser.mjs' */
/** @import { Row } from './stats.mjs' */

const REPORT = 'tests/bench/list.md';
const SIZES = [100, 5000, 100_000];
const SCROLLED = 100_000;
const TYPED = 5000;
const OPENINGS = 20;
const JUMPS = 10;
const STARS = 20;
/** One turn of the wheel (px): about eleven screens, so that every page of the list comes into sight. */
const TURN = 8000;
/** Event timing reports no interaction that is shorter (ms). */
const SHORTEST = 16;

/**
 * @param {{ quick: boolean, date: Date }} options
 * @returns {Promise<void>}
 */
export async function measureList({ quick, date }) {
  await buildForChrome();
  /** @type {Row[]} */
  const rows = [];
  /** @type {{ size: number, told: number[] }[]} */
  const edits = [];
  let browser = '';
  for (const size of quick ? SIZES.slice(0, 2) : SIZES)
    await withBrowser(async (bench) => {
      browser = /** @type {Browser} */ (bench.context.browser()).version();
      const library = makeLibrary(size, date);
      library.settings.push({ name: 'papers', value: size });
      await fill(bench, library);
      const measured = await measureSize(bench, size, quick ? TYPED : SCROLLED);
      const stars = await measureStars(bench, STARS);
      edits.push({ size, told: stars.told });
      measured.push(
        timeRow(`${named(size)}: star pressed → drawn`, stars.drawn, '20 ms'),
        timeRow(`${named(size)}: star pressed → saved and told`, stars.told),
        {
          measure: `${named(size)}: the same, as a multiple of that at ${named(SIZES[0] ?? 0)}`,
          value: (median(stars.told) / median(edits[0]?.told ?? [])).toFixed(2),
          goal: '1.2',
        },
      );
      for (const row of measured) console.log(row.measure, '·', row.value, row.p95 ?? '', row.floor ?? '');
      rows.push(...measured);
    });
  const text = report(rows, browser, date);
  console.log(`\n${text}`);
  if (!quick) await writeFile(join(ROOT, REPORT), text);
}

/** @param {number} size */
function named(size) {
  return `${size.toLocaleString('en')} papers`;
}

/**
 * @param {Bench} bench
 * @param {number} size
 * @param {number} scrolled the size of the library that is scrolled
 * @returns {Promise<Row[]>}
 */
async function measureSize(bench, size, scrolled) {
  const at = named(size);
  const opening = await measureOpening(bench, OPENINGS, 'titles.html');
  const rows = [
    timeRow(`${at}: popup opened → first rows drawn`, opening.product, '', opening.floor),
    {
      measure: `${at}: the same, as a multiple of the floor`,
      value: (median(opening.product) / median(opening.floor)).toFixed(2),
      goal: '1.6',
    },
  ];
  if (size === scrolled) rows.push(...(await measureScrolling(bench, at)));
  if (size === TYPED) rows.push(await measureTyping(bench, at));
  return rows;
}

/**
 * @param {Bench} bench
 * @param {string} at
 * @returns {Promise<Row[]>}
 */
async function measureScrolling(bench, at) {
  const page = await openPanel(bench);
  const devtools = await page.context().newCDPSession(page);
  const heap = async () => {
    await devtools.send('HeapProfiler.collectGarbage');
    return page.evaluate(() => /** @type {any} */ (performance).memory.usedJSHeapSize / 1e6);
  };
  const before = await heap();
  await page.mouse.move(200, 400);
  await page.evaluate(() => /** @type {any} */ (globalThis).watch.begin());
  const begun = performance.now();
  for (let last = -1; ; ) {
    for (let turn = 0; turn < 10; turn++) await page.mouse.wheel(0, TURN);
    const y = await page.evaluate(() => scrollY);
    if (y === last) break;
    last = y;
  }
  await allDrawn(page);
  const seconds = (performance.now() - begun) / 1000;
  const wheel = await page.evaluate(() => /** @type {any} */ (globalThis).watch.end());
  const after = await heap();

  /** @type {number[]} */
  const jumps = [];
  await page.evaluate(() => /** @type {any} */ (globalThis).watch.begin());
  for (let jump = 0; jump < JUMPS; jump++) {
    await page.keyboard.press(jump % 2 === 0 ? 'Home' : 'End');
    const from = performance.now();
    await until(
      () => page.evaluate((top) => (top ? scrollY === 0 : scrollY > 100_000), jump % 2 === 0),
      'the list does not move',
    );
    await allDrawn(page);
    jumps.push(performance.now() - from);
  }
  const keys = await page.evaluate(() => /** @type {any} */ (globalThis).watch.end());
  const grown = await heap();
  await page.close();
  return [
    {
      measure: `${at}: scrolled to the end by wheel in ${seconds.toFixed(0)} s: longest task`,
      value: wheel.longest === 0 ? 'none over 50 ms' : ms(wheel.longest),
      p95: `${wheel.tasks} over 50 ms`,
      goal: '50 ms',
    },
    { measure: `${at}: … elements on the page at most`, value: String(wheel.elements) },
    {
      measure: `${at}: … heap before → after → after the jumps`,
      value: `${before.toFixed(1)} → ${after.toFixed(1)} → ${grown.toFixed(1)} MB`,
    },
    {
      measure: `${at}: Home and End: longest task`,
      value: keys.longest === 0 ? 'none over 50 ms' : ms(keys.longest),
      p95: `${keys.tasks} over 50 ms`,
      goal: '50 ms',
    },
    timeRow(`${at}: Home or End → all rows in sight drawn`, jumps),
  ];
}

/**
 * @param {Bench} bench
 * @param {string} at
 * @returns {Promise<Row>}
 */
async function measureTyping(bench, at) {
  const page = await openPanel(bench);
  await page.getByRole('searchbox').focus();
  let keys = 0;
  for (const rank of [300, 900, 2000, 5000, 150, 60, 700, 1200]) {
    for (const letter of `${word(rank)} ${word(rank + 7)}`) {
      await page.keyboard.type(letter);
      keys++;
      await pause(60);
    }
    await page.getByRole('searchbox').fill('');
    await pause(300);
  }
  /** @type {number[]} */
  const told = await page.evaluate(() => /** @type {any} */ (globalThis).watch.keys());
  await page.close();
  const short = Array.from({ length: Math.max(0, keys - told.length) }, () => SHORTEST);
  const times = [...told, ...short];
  return {
    measure: `${at}: key → letter drawn, while the papers are searched`,
    value: ms(median(times)),
    p95: ms(quantile(times, 0.95)),
    goal: '50 ms',
    repeats: times.length,
  };
}

/**
 * @param {Bench} bench
 * @returns {Promise<Page>}
 */
async function openPanel(bench) {
  const page = await bench.context.newPage();
  await page.setViewportSize({ width: 400, height: 700 });
  await page.addInitScript(watchWork);
  await page.goto(ownAddress(bench, 'sidepanel.html'));
  await page.getByRole('listitem').first().waitFor();
  await pause(2000);
  return page;
}

/** @param {Page} page */
async function allDrawn(page) {
  const drawn = () =>
    page.evaluate(() => {
      const seen = [...document.querySelectorAll('li')].filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      return seen.length > 2 && seen.every((row) => row.querySelector('h2'));
    });
  await until(drawn, 'rows in sight are never drawn');
}

/** Runs in the page before its own scripts. */
function watchWork() {
  let [longest, tasks, elements] = [0, 0, 0];
  /** @type {number[]} */
  const keys = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      longest = Math.max(longest, duration);
      tasks++;
    }
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') keys.push(duration);
  }).observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16 }));
  setInterval(() => {
    elements = Math.max(elements, document.getElementsByTagName('*').length);
  }, 100);
  Object.assign(globalThis, {
    watch: {
      begin() {
        [longest, tasks, elements] = [0, 0, 0];
      },
      end: () => ({ longest, tasks, elements }),
      keys: () => keys,
    },
  });
}

/**
 * @param {readonly Row[]} rows
 * @param {string} browser
 * @param {Date} date
 * @returns {string}
 */
function report(rows, browser, date) {
  return `# The list of papers, measured

${date.toISOString().slice(0, 10)}, Chromium ${browser} without a window, ${availableParallelism()} cores (shared with
other work; load ${loadavg()[0]?.toFixed(1)} at the end). See it again: \`npm run bench:list\`.

${table(rows)}

## How it is measured

The product as built, in a real browser; goals are what we want, nothing fails if they are missed. The library is made up
(\`papers.mjs\`).

- **Popup**: opened as a tab, in turn with the floor: a page of the same extension that opens the database and draws the
  titles of the newest 20 papers. From the start of the navigation to the first task after the frame that shows the
  first title.
- **Scrolling**: the side panel at 400 × 700 px. A turn of the wheel is ${TURN.toLocaleString('en')} px. Tasks are those that the browser reports
  as long (over 50 ms), scripts and layout alike. The heap is read after a collection.
- **Home and End**: pressed while the page has the focus, until every row in sight has its title.
- **Star**: that of the first row in the side panel, pressed by a script ${STARS} times, a second apart. Drawn: the first task after the frame
  that follows the change of the button. Saved and told: the message that follows the worker's answer is on the page.
- **Typing**: two words, a letter each 60 ms. Event timing: from the key to the next paint, in steps of 8 ms; what took
  less than ${SHORTEST} ms counts as ${SHORTEST}.
`;
}
