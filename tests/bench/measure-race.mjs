/** Twenty tabs save at once: all presses are sent before the answer to any is awaited. */

import { setTimeout as pause } from 'node:timers/promises';
import { devtools } from '@/scripts/lib/closed-roots.mjs';
import { readRows } from './bench-browser.mjs';
import { arxivId } from './listing-page.mjs';
import { openListing } from './measure-press.mjs';
import { outcome, scrollTo, watchButtons } from './watch-button.mjs';

/** @import { CDPSession, Page } from '@playwright/test' */
/** @import { Bench } from './bench-browser.mjs' */

export const TABS = 20;
const PATIENCE_MS = 60_000;

/**
 * @param {Bench} bench
 * @param {number} series the listing whose first cards are saved
 * @returns {Promise<{ said: number, kept: number, slowest: number, spread: number }>}
 */
export async function race(bench, series) {
  /** @type {Page[]} */
  const pages = [];
  for (let tab = 0; tab < TABS; tab++) pages.push(await openListing(bench, series));
  await pause(1000);
  const ready = await Promise.all(
    pages.map(async (page, tab) => {
      const button = (await watchButtons(page, bench.extensionId))[tab];
      if (!button) throw new Error(`tab ${tab} has no button to press`);
      return { page, button, session: await devtools(page), middle: await scrollTo(page, button) };
    }),
  );
  const sent = ready.map(({ session, middle }) => click(session, middle.x, middle.y));
  const late = pause(PATIENCE_MS).then(() => undefined);
  const outcomes = await Promise.all(
    ready.map(({ page, button }) => Promise.race([outcome(page, button), late])),
  );
  await Promise.all(sent);
  const answered = outcomes.filter((one) => one !== undefined);
  const ids = pages.map((_, tab) => `arxiv:${arxivId(series, tab)}`);
  const rows = await readRows(bench, 'papers', ids);
  for (const page of pages) await page.close();
  const presses = answered.map(({ pressedAt }) => pressedAt);
  return {
    said: answered.filter(({ name }) => name.startsWith('Saved')).length,
    kept: rows.filter((row) => row !== undefined).length,
    slowest: Math.max(...answered.map(({ saved }) => saved)),
    spread: Math.max(...presses) - Math.min(...presses),
  };
}

/**
 * @param {CDPSession} session
 * @param {number} x
 * @param {number} y
 */
function click(session, x, y) {
  const at = /** @type {const} */ ({ x, y, button: 'left', clickCount: 1 });
  return Promise.all([
    session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at }),
    session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at }),
  ]);
}
