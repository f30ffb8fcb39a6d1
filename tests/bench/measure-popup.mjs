/** Opening the popup and searching in it. */

import { setTimeout as pause } from 'node:timers/promises';
import { ownAddress } from './bench-browser.mjs';
import { word } from './papers.mjs';

/** @import { Page } from '@playwright/test' */
/** @import { Bench } from './bench-browser.mjs' */

/** Words from common to rare; what people search for. */
const WORDS = [300, 900, 2000, 5000, 150].map(word);
/** Nothing was drawn for this long: the answer stands. */
const QUIET_MS = 400;

/**
 * @param {Bench} bench
 * @param {number} repeats
 * @param {string} [floorPage] what the popup takes turns with
 * @returns {Promise<{ product: number[], floor: number[] }>} navigation to the first heading drawn (ms)
 */
export async function measureOpening(bench, repeats, floorPage = 'blank.html') {
  /** @type {{ product: number[], floor: number[] }} */
  const times = { product: [], floor: [] };
  for (let repeat = 0; repeat <= repeats; repeat++) {
    const floor = await open(bench, floorPage);
    const product = await open(bench, 'popup.html');
    if (repeat > 0) {
      times.floor.push(await drawnAt(floor));
      times.product.push(await drawnAt(product));
    }
    await floor.close();
    await product.close();
    await pause(200);
  }
  return times;
}

/**
 * @param {Bench} bench
 * @param {number} repeats
 */
export async function measureSearch(bench, repeats) {
  /** @type {{ first: number[], whole: number[], longest: number[], warm: number[], letter: number[] }} */
  const times = { first: [], whole: [], longest: [], warm: [], letter: [] };
  for (let repeat = 0; repeat < repeats; repeat++) {
    const page = await open(bench, 'popup.html');
    const cold = await type(page, WORDS[repeat % WORDS.length] ?? '');
    times.first.push(cold.first);
    times.whole.push(cold.last);
    times.longest.push(cold.longest);
    for (const query of WORDS) {
      await clear(page);
      times.warm.push((await type(page, query)).last);
    }
    await clear(page);
    for (const letter of (WORDS[repeat % WORDS.length] ?? '').slice(0, 6))
      times.letter.push((await type(page, letter)).last);
    await page.close();
  }
  return times;
}

/**
 * @param {Bench} bench
 * @param {string} name
 * @returns {Promise<Page>} the page, its first heading drawn
 */
async function open(bench, name) {
  const page = await bench.context.newPage();
  await page.setViewportSize({ width: 400, height: 600 });
  await page.addInitScript(watchDrawing);
  await page.goto(ownAddress(bench, name), { waitUntil: 'commit' });
  await drawnAt(page);
  return page;
}

/** @param {Page} page */
function drawnAt(page) {
  return page.evaluate(() => /** @type {any} */ (globalThis).bench.opened);
}

/** @param {Page} page */
async function clear(page) {
  await page.getByRole('searchbox').fill('');
  await pause(QUIET_MS);
}

/**
 * @param {Page} page
 * @param {string} text
 * @returns {Promise<{ first: number, last: number, longest: number }>} ms after the last key until something was
 *   drawn and until the answer over the whole library stood, NaN if the last key changed nothing; the longest task
 */
async function type(page, text) {
  await page.evaluate(() => /** @type {any} */ (globalThis).bench.begin());
  await page.keyboard.type(text);
  return page.evaluate((quiet) => /** @type {any} */ (globalThis).bench.answer(quiet), QUIET_MS);
}

/** Runs in the page before its own scripts. "Drawn" is the first task after the frame that follows a change. */
function watchDrawing() {
  const TITLE = 'h2:not(dialog *)'; // a dialog that is closed has headings, too, and nobody sees them
  let key = 0;
  /** @type {number[]} */
  let drawn = [];
  let changedAt = 0;
  let longest = 0;
  let open = (/** @type {number} */ _at) => {};
  const opened = new Promise((resolve) => {
    open = resolve;
  });
  const afterFrame = (/** @type {(at: number) => void} */ told) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => told(performance.now());
      port2.postMessage(0);
    });
  new MutationObserver(() => {
    if (document.querySelector(TITLE)) afterFrame(open);
    if (!document.querySelector('mark, .notice')) return;
    changedAt = performance.now();
    afterFrame((at) => drawn.push(at));
  }).observe(document, { childList: true, subtree: true, characterData: true });
  addEventListener('keydown', (event) => Object.assign(state, { key: event.timeStamp }), true);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask' });
  const state = {
    get key() {
      return key;
    },
    set key(at) {
      key = at;
      drawn = [];
    },
    opened,
    begin() {
      [drawn, longest] = [[], 0];
    },
    /** @param {number} quiet */
    async answer(quiet) {
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        const status = document.querySelector('[role=status]')?.textContent ?? '';
        const reading = status.includes('·') || document.querySelector('.loading') !== null;
        const rested = performance.now() - Math.max(changedAt, key);
        const [first = Number.NaN] = drawn;
        const last = drawn.at(-1) ?? Number.NaN;
        if (rested > (drawn.length > 0 ? quiet : 3 * quiet) && !reading)
          return { first: first - key, last: last - key, longest };
      }
    },
  };
  Object.assign(globalThis, { bench: state });
}
