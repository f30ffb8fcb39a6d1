/** What the content script costs a listing of fifty cards. */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CHROME_BUILD } from '@/scripts/lib/paths.mjs';
import { until } from '@/scripts/lib/until.mjs';
import { addressOf, CARDS } from './listing-page.mjs';

/** @import { CDPSession, Page } from '@playwright/test' */
/** @import { Bench } from './bench-browser.mjs' */

/** The same page where the content script does not run. */
export const UNTOUCHED = 'https://huggingface.co/floor';

/** After the buttons stand: the worker's answer has come and is drawn. */
const SETTLE_MS = 700;
const SAMPLING_US = 100;

/** @returns {Promise<number>} size of the content scripts that are measured, in bytes */
export async function contentScriptSize() {
  const sizes = ['huggingface', 'listing'].map(
    async (name) => (await stat(join(CHROME_BUILD, `content-scripts/${name}.js`))).size,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size);
}

/**
 * @param {Bench} bench
 * @param {number} repeats
 */
export async function measureListing(bench, repeats) {
  /** @type {{ script: number[], mount: number[], task: number[], floorTask: number[], shift: number[], floorShift: number[] }} */
  const result = { script: [], mount: [], task: [], floorTask: [], shift: [], floorShift: [] };
  for (let repeat = 0; repeat < repeats; repeat++) {
    const floor = await load(bench, UNTOUCHED, 0, readTasks);
    const product = await load(bench, addressOf(0), CARDS, readTasks);
    const profiled = await load(bench, addressOf(0), CARDS, readProfile, startProfile);
    result.floorTask.push(floor.value);
    result.floorShift.push(floor.shift);
    result.task.push(product.value);
    result.shift.push(product.shift);
    result.script.push(profiled.value);
  }
  return result;
}

/**
 * @param {Bench} bench
 * @param {string} address
 * @param {number} buttons how many to wait for
 * @param {(session: CDPSession) => Promise<number>} read
 * @param {(session: CDPSession) => Promise<void>} [start]
 * @returns {Promise<{ value: number, shift: number }>}
 */
async function load({ context }, address, buttons, read, start) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.addInitScript(watchShifts);
  await session.send('Performance.enable');
  await start?.(session);
  await page.goto(address, { waitUntil: 'load' });
  const mounted = async () => (await page.locator('offprint-save').count()) === buttons;
  await until(mounted, `there are not ${buttons} buttons on ${address}`);
  await pause(buttons > 0 ? SETTLE_MS : SETTLE_MS + 300);
  const value = await read(session);
  const shift = await shiftsOf(page);
  await page.close();
  return { value, shift };
}

function watchShifts() {
  /** @type {number[]} */
  const shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      shifts.push(/** @type {PerformanceEntry & { value: number }} */ (entry).value);
  }).observe({ type: 'layout-shift', buffered: true });
  Object.assign(globalThis, { benchShifts: shifts });
}

/** @param {Page} page */
function shiftsOf(page) {
  return page.evaluate(() =>
    /** @type {{ benchShifts: number[] }} */ (/** @type {unknown} */ (globalThis)).benchShifts.reduce(
      (sum, value) => sum + value,
      0,
    ),
  );
}

/** @param {CDPSession} session */
async function readTasks(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

/** @param {CDPSession} session */
async function startProfile(session) {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLING_US });
  await session.send('Profiler.start');
}

/**
 * @param {CDPSession} session
 * @returns {Promise<number>} how long the content script or something that it called was running (ms)
 */
async function readProfile(session) {
  const { profile } = await session.send('Profiler.stop');
  const children = new Map(profile.nodes.map((node) => [node.id, node]));
  const ours = new Set();
  const visit = (/** @type {number} */ id, /** @type {boolean} */ inside) => {
    const node = children.get(id);
    const here = inside || /content-scripts\/.*\.js$/.test(node?.callFrame.url ?? '');
    if (here) ours.add(id);
    for (const child of node?.children ?? []) visit(child, here);
  };
  const [root] = profile.nodes;
  if (root) visit(root.id, false);
  const deltas = profile.timeDeltas ?? [];
  // A delta lies before its sample: the time from one sample to the next belongs to the first of them.
  return (profile.samples ?? []).reduce(
    (sum, id, index) => sum + (ours.has(id) ? (deltas[index + 1] ?? 0) / 1000 : 0),
    0,
  );
}
