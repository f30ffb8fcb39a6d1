/** Saving from many lists at once, and what a page of many cards costs: every build in a fresh browser, in turn. */

import { writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildForChrome } from '@/scripts/lib/build.mjs';
import { devtools, findButtons } from '@/scripts/lib/closed-roots.mjs';
import { CHROME_BUILD, ROOT } from '@/scripts/lib/paths.mjs';
import { pressByName, SAVE, SAVE_ALL } from '@/scripts/lib/press.mjs';
import { until } from '@/scripts/lib/until.mjs';
import { countRows, withBrowser } from './bench-browser.mjs';
import { addressOf, listingPage, serve } from './listing-page.mjs';
import { measureClock } from './measure-clock.mjs';
import { median, ms } from './stats.mjs';
import { measurePress, watchButtons } from './watch-button.mjs';

/** @import { Page } from '@playwright/test' */
/** @import { Bench } from './bench-browser.mjs' */

const REPORT = 'tests/bench/lists.md';
/** Who does not finish within this time (ms) is not waited for. */
const LIMIT_MS = 60_000;
/** Lists of so many tabs with so many cards each. */
const RACES = [
  { tabs: 1, cards: 100 },
  { tabs: 1, cards: 360 },
  { tabs: 1, cards: 800 },
  { tabs: 8, cards: 100 },
  { tabs: 20, cards: 100 },
];
const PRESSES = 8;
const OPEN_LISTS = 20;
const LONG_LIST = 300;
const SETTLE_MS = 1500;

/** @typedef {{ name: string, folder: string }} Build */
/** @typedef {{ measure: string, values: Map<string, string[]> }} Line */

/**
 * @param {{ quick: boolean, old: string | undefined, date: Date }} options
 * @returns {Promise<void>}
 */
export async function measureLists({ quick, old, date }) {
  await buildForChrome();
  /** @type {Build[]} */
  const builds = [{ name: 'this build', folder: CHROME_BUILD }];
  if (old) builds.unshift({ name: 'old build', folder: old });
  /** @type {Line[]} */
  const lines = [];
  const note = (
    /** @type {string} */ measure,
    /** @type {Build} */ { name },
    /** @type {string} */ value,
  ) => {
    const line = lines.find((one) => one.measure === measure) ?? { measure, values: new Map() };
    if (!lines.includes(line)) lines.push(line);
    line.values.set(name, [...(line.values.get(name) ?? []), value]);
    console.log(`${name}: ${measure}: ${value}`);
  };
  for (let round = 0; round < (quick ? 1 : 3); round++) {
    for (const race of RACES)
      for (const build of builds) note(raceName(race), build, await saveAll(build, race));
    for (const build of builds) {
      const { alone, beside } = await measurePresses(build);
      note('a press alone → “Saved”, median', build, ms(median(alone)));
      note(`a press beside ${OPEN_LISTS} open lists → “Saved”, median`, build, ms(median(beside)));
    }
    for (const build of builds) {
      const { tasks, shift } = await measureLongList(build);
      note(`${LONG_LIST} cards: what our buttons add to the main thread`, build, ms(tasks.added));
      note(
        `${LONG_LIST} cards: longest task, with and without our buttons`,
        build,
        `${ms(tasks.longest)}, ${ms(tasks.floor)}`,
      );
      note(`${LONG_LIST} cards: layout shift`, build, shift.toFixed(4));
    }
  }
  for (const build of builds)
    note('the clock: saved or not, told right', build, await measureClock(build.folder, quick ? 4 : 12));
  const text = report(lines, builds, date);
  console.log(`\n${text}`);
  if (!quick) await writeFile(join(ROOT, REPORT), text);
}

/** @param {{ tabs: number, cards: number }} race */
function raceName({ tabs, cards }) {
  return `${tabs} × ${cards} cards, *Save all* in each: kept, time until all is kept and marked`;
}

/**
 * @param {Build} build
 * @param {{ tabs: number, cards: number }} race
 * @returns {Promise<string>}
 */
async function saveAll({ folder }, { tabs, cards }) {
  return withBrowser(async (bench) => {
    const pages = await openLists(bench, tabs, cards);
    const all = tabs * cards;
    const start = performance.now();
    for (const page of pages) await pressByName(page, SAVE_ALL);
    const late = start + LIMIT_MS;
    let kept = 0;
    while (kept < all && performance.now() < late) {
      await pause(100);
      kept = await countRows(bench, 'papers');
    }
    const done = performance.now() - start;
    let marked = 0;
    for (const page of pages) {
      const isMarked = async () => (await findButtons(page, [SAVE])).length === 0;
      if (kept === all)
        await until(isMarked, '', Math.max(1, late - performance.now())).then(
          () => marked++,
          () => {},
        );
    }
    const time = performance.now() - start;
    if (kept < all) return `${kept} of ${all} after ${ms(LIMIT_MS)}`;
    return marked === tabs
      ? `${kept}, ${ms(time)} (kept after ${ms(done)})`
      : `${kept}, ${ms(done)}; marks right in ${marked} of ${tabs}`;
  }, folder);
}

/**
 * @param {Bench} bench
 * @param {number} tabs
 * @param {number} cards
 * @returns {Promise<Page[]>} lists of different days, with all their buttons
 */
async function openLists(bench, tabs, cards) {
  const series = Array.from({ length: tabs }, (_, index) => index);
  const pages = await Promise.all(series.map(async (one) => [addressOf(one), await listingPage(one, cards)]));
  await serve(bench.context, Object.fromEntries(pages));
  /** @type {Page[]} */
  const opened = [];
  for (const one of series) {
    const page = await bench.context.newPage();
    await page.goto(addressOf(one));
    const mounted = async () => (await page.locator('offprint-save').count()) === cards;
    await until(mounted, `there are not ${cards} buttons on ${addressOf(one)}`);
    opened.push(page);
  }
  await pause(SETTLE_MS);
  return opened;
}

/**
 * @param {Build} build
 * @returns {Promise<{ alone: number[], beside: number[] }>}
 */
async function measurePresses({ folder }) {
  return withBrowser(async (bench) => {
    const [first, ...others] = await openLists(bench, OPEN_LISTS, 100);
    if (!first) throw new Error('no list');
    const beside = await press(bench, first, 0);
    for (const page of others) await page.close();
    return { beside, alone: await press(bench, first, PRESSES + 1) };
  }, folder);
}

/**
 * @param {Bench} bench
 * @param {Page} page
 * @param {number} from the card that is pressed first
 */
async function press(bench, page, from) {
  await page.bringToFront();
  const buttons = await watchButtons(page, bench.extensionId);
  /** @type {number[]} */
  const times = [];
  for (const button of buttons.slice(from === 0 ? 0 : 1, PRESSES + 1)) {
    await pause(SETTLE_MS);
    times.push((await measurePress(page, button)).saved);
  }
  return times.slice(1); // the first one opens the database
}

/**
 * @param {Build} build
 * @returns {Promise<{ tasks: { added: number, longest: number, floor: number }, shift: number }>}
 */
async function measureLongList({ folder }) {
  return withBrowser(async (bench) => {
    const body = await listingPage(0, LONG_LIST);
    const untouched = 'https://huggingface.co/floor';
    await serve(bench.context, { [addressOf(0)]: body, [untouched]: body });
    const floor = await loadList(bench, untouched, 0);
    const ours = await loadList(bench, addressOf(0), LONG_LIST);
    const tasks = { added: ours.total - floor.total, longest: ours.longest, floor: floor.longest };
    return { tasks, shift: ours.shift };
  }, folder);
}

/**
 * @param {Bench} bench
 * @param {string} address
 * @param {number} buttons
 */
async function loadList(bench, address, buttons) {
  const page = await bench.context.newPage();
  const session = await devtools(page);
  await session.send('Performance.enable');
  await page.addInitScript(() => {
    const seen = { longest: 0, shift: 0 };
    Object.assign(globalThis, { benchSeen: seen });
    new PerformanceObserver((list) => {
      // The page's own loading is over once it is interactive; our buttons come after that.
      for (const { duration, startTime } of list.getEntries())
        if (startTime > performance.timing.domComplete - performance.timeOrigin)
          seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shift += /** @type {PerformanceEntry & { value: number }} */ (entry).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address, { waitUntil: 'load' });
  const mounted = async () => (await page.locator('offprint-save').count()) === buttons;
  await until(mounted, `there are not ${buttons} buttons on ${address}`);
  await pause(SETTLE_MS);
  const { metrics } = await session.send('Performance.getMetrics');
  const seen = await page.evaluate(
    () =>
      /** @type {{ benchSeen: { longest: number, shift: number } }} */ (/** @type {unknown} */ (globalThis))
        .benchSeen,
  );
  await page.close();
  return {
    ...seen,
    total: 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN),
  };
}

/**
 * @param {readonly Line[]} lines
 * @param {readonly Build[]} builds
 * @param {Date} date
 */
function report(lines, builds, date) {
  const names = builds.map(({ name }) => name);
  const rows = lines.map(({ measure, values }) =>
    [measure, ...names.map((name) => (values.get(name) ?? []).join('; '))].join(' | '),
  );
  return `# Many lists, measured

${date.toISOString().slice(0, 10)}, Chromium without a window, ${availableParallelism()} cores (shared with other work; load
${loadavg()[0]?.toFixed(1)} at the end). See it again: \`npm run bench:lists -- --old FOLDER\`, where the folder holds another build.

Measure | ${names.join(' | ')}
--- | ${names.map(() => '---:').join(' | ')}
${rows.join('\n')}

## How it is measured

Each build in a fresh browser with an empty library, in turn; several values are several rounds.

- **Save all**: in all tabs one after the other, without waiting. The papers are counted in the database every 100 ms; then
  all tabs are looked at until no button offers to save. Who is not done after ${LIMIT_MS / 1000} s is given up.
- **A press**: from the trusted click to “Saved”, beside ${OPEN_LISTS - 1} other lists of 100 cards and after those were closed.
- **${LONG_LIST} cards**: \`TaskDuration\` of the page, less that of the same page where our script does not run; tasks of
  more than 50 ms after the page was complete; layout shift.
- **The clock**: \`measure-clock.mjs\` tells how a page tries to see whether its paper is saved.
`;
}
