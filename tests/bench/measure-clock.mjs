/**
 * What a page can tell by the clock. It shows one paper a hundred times, in cards of its own, and measures when its main
 * thread is busy: what our script does there after the library answered is the only thing that may depend on it. Two loads
 * with a saved and an unsaved paper teach the probe the difference; then it says of each further load which it was.
 */

import { setTimeout as pause } from 'node:timers/promises';
import { pressByName, SAVE } from '@/scripts/lib/press.mjs';
import { until } from '@/scripts/lib/until.mjs';
import { withBrowser } from './bench-browser.mjs';
import { addressOf, listingPage, serve } from './listing-page.mjs';

/** @import { Bench } from './bench-browser.mjs' */

const COPIES = 100;
/** How long the page watches itself (ms), in slots of so many. */
const WATCH_MS = 1600;
const SLOT_MS = 100;
/** Loads of each kind from which the probe learns. */
const LESSONS = 4;

/**
 * @param {string} folder the build
 * @param {number} tries
 * @returns {Promise<string>} how many loads were told right
 */
export async function measureClock(folder, tries) {
  return withBrowser(async (bench) => {
    const [saved, unsaved] = [await copies(0), await copies(1)];
    await serve(bench.context, { [addressOf(0)]: saved, [addressOf(1)]: unsaved });
    const first = await bench.context.newPage();
    await first.goto(addressOf(0));
    await pressByName(first, SAVE);
    await pause(1000);
    await first.close();
    /** @type {{ saved: number[][], unsaved: number[][] }} */
    const lessons = { saved: [], unsaved: [] };
    for (let lesson = 0; lesson < LESSONS; lesson++) {
      lessons.saved.push(await watch(bench, 0));
      lessons.unsaved.push(await watch(bench, 1));
    }
    const known = { saved: mean(lessons.saved), unsaved: mean(lessons.unsaved) };
    let right = 0;
    for (let index = 0; index < tries; index++) {
      const kind = index % 2;
      const seen = await watch(bench, kind);
      const told = distance(seen, known.saved) < distance(seen, known.unsaved) ? 0 : 1;
      if (told === kind) right++;
    }
    return `${right} of ${tries}`;
  }, folder);
}

/**
 * @param {number} series
 * @returns {Promise<string>} a page of one card, again and again
 */
async function copies(series) {
  const page = await listingPage(series, 1);
  const card = /<article.*<\/article>/s.exec(page)?.[0] ?? '';
  return page.replace(card, () => card.repeat(COPIES));
}

/**
 * @param {Bench} bench
 * @param {number} series
 * @returns {Promise<number[]>} how busy the main thread was (ms), slot by slot, from the moment the first button came
 */
async function watch({ context }, series) {
  const page = await context.newPage();
  await page.addInitScript(watchMyself, { length: WATCH_MS, slot: SLOT_MS });
  await page.goto(addressOf(series));
  const seen = () => page.evaluate(() => /** @type {{ benchBusy?: number[] }} */ (globalThis).benchBusy);
  const busy = await until(seen, 'the page never saw a button');
  await page.close();
  return busy;
}

/** @param {{ length: number, slot: number }} options */
function watchMyself({ length, slot }) {
  const busy = Array.from({ length: length / slot }, () => 0);
  const { port1, port2 } = new MessageChannel();
  let start = 0;
  let last = 0;
  port1.onmessage = () => {
    const now = performance.now();
    if (start === 0) start = document.querySelector('offprint-save') ? now : 0;
    else if (now - start < length) {
      const index = Math.floor((now - start) / slot);
      busy[index] = (busy[index] ?? 0) + Math.max(0, now - last - 0.2);
    } else {
      Object.assign(globalThis, { benchBusy: busy });
      return;
    }
    last = now;
    port2.postMessage(0);
  };
  port2.postMessage(0);
}

/** @param {readonly number[][]} many */
function mean(many) {
  return (many[0] ?? []).map((_, slot) => many.reduce((sum, one) => sum + (one[slot] ?? 0), 0) / many.length);
}

/**
 * @param {readonly number[]} one
 * @param {readonly number[]} other
 */
function distance(one, other) {
  return one.reduce((sum, value, slot) => sum + Math.abs(value - (other[slot] ?? 0)), 0);
}
