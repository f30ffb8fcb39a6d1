/** From a press to "Saved" on the button, and to the paper in an open side panel. */

import { setTimeout as pause } from 'node:timers/promises';
import { until } from '@/scripts/lib/until.mjs';
import { indexFull, ownAddress, readRows } from './bench-browser.mjs';
import { FLOOR_PAGE } from './floor-extension.mjs';
import { addressOf, arxivId, CARDS } from './listing-page.mjs';
import { makeLibrary } from './papers.mjs';
import { measurePress, watchButtons } from './watch-button.mjs';

/** @import { Browser, Page } from '@playwright/test' */
/** @import { Bench } from './bench-browser.mjs' */

/** Between two presses: the tabs hear of a save and ask what is saved, which must not meet the next press. */
const REST_MS = 350;

/**
 * @param {Bench} bench
 * @param {number} repeats
 * @returns {Promise<{ product: number[], floor: number[] }>} press to "Saved" (ms)
 */
export async function measurePresses(bench, repeats) {
  const listing = await openListing(bench, 0);
  const floorPage = await bench.context.newPage();
  await floorPage.goto(FLOOR_PAGE);
  const buttons = await watchButtons(listing, bench.extensionId);
  const floorButtons = await watchButtons(floorPage, bench.floorId);
  /** @type {{ product: number[], floor: number[] }} */
  const times = { product: [], floor: [] };
  for (let index = 0; index <= repeats; index++) {
    const [button, floorButton] = [buttons[index], floorButtons[index]];
    if (!button || !floorButton) break;
    await listing.bringToFront();
    await pause(REST_MS);
    const pressed = await measurePress(listing, button);
    if (!pressed.name.startsWith('Saved')) throw new Error(`a press ended with "${pressed.name}"`);
    await pause(REST_MS);
    await floorPage.bringToFront();
    await pause(REST_MS);
    const { saved } = await measurePress(floorPage, floorButton);
    if (index === 0) continue; // the first press opens the database
    times.product.push(pressed.saved);
    times.floor.push(saved);
  }
  await checkShape(bench);
  await listing.close();
  await floorPage.close();
  return times;
}

/**
 * @param {Bench} bench
 * @param {number} repeats
 * @returns {Promise<{ saved: number[], shown: number[] }>} press to "Saved" and press to the list of the panel drawn (ms)
 */
export async function measurePanel(bench, repeats) {
  const listing = await openListing(bench, 1);
  const panel = await openInWindow(bench, ownAddress(bench, 'sidepanel.html'));
  await panel.getByRole('list', { name: 'Results' }).getByRole('heading').first().waitFor();
  await indexFull(panel);
  const buttons = await watchButtons(listing, bench.extensionId);
  /** @type {{ saved: number[], shown: number[] }} */
  const times = { saved: [], shown: [] };
  for (const [index, button] of buttons.slice(0, repeats + 1).entries()) {
    await pause(REST_MS * 2);
    await panel.evaluate(awaitFirst, `no. 1-${index}`);
    const { saved, pressedAt } = await measurePress(listing, button);
    const shownAt = await panel.evaluate(
      () => /** @type {{ benchShown?: Promise<number> }} */ (globalThis).benchShown,
    );
    if (index === 0) continue;
    times.saved.push(saved);
    times.shown.push(Number(shownAt) - pressedAt);
  }
  await panel.close();
  await listing.close();
  return times;
}

/** @param {string} ending of the title that the list should begin with; the moment it is drawn is kept */
function awaitFirst(ending) {
  /** @type {Promise<number>} */
  const benchShown = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const first = document.querySelector('ul[aria-label="Results"] h2')?.textContent ?? '';
      if (!first.endsWith(ending)) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(0);
      });
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  Object.assign(globalThis, { benchShown });
}

/**
 * @param {Bench} bench
 * @param {number} series
 * @returns {Promise<Page>}
 */
export async function openListing({ context }, series) {
  const page = await context.newPage();
  await page.goto(addressOf(series));
  const mounted = async () => (await page.locator('offprint-save').count()) === CARDS;
  await until(mounted, `there are not ${CARDS} buttons on ${addressOf(series)}`);
  return page;
}

/**
 * A window of its own, so that it is as visible as a side panel: a tab behind another one draws nothing.
 *
 * @param {Bench} bench
 * @param {string} url
 * @returns {Promise<Page>}
 */
async function openInWindow({ context }, url) {
  const session = await /** @type {Browser} */ (context.browser()).newBrowserCDPSession();
  const opened = context.waitForEvent('page');
  await session.send('Target.createTarget', { url, newWindow: true });
  const page = await opened;
  await session.detach();
  return page;
}

/**
 * The made-up rows must look as the product writes them, or they would measure another library.
 *
 * @param {Bench} bench
 */
async function checkShape(bench) {
  const [real] = await readRows(bench, 'papers', [`arxiv:${arxivId(0, 0)}`]);
  const [made] = makeLibrary(1, new Date()).papers;
  const optional = ['organization', 'code', 'project'];
  const names = (/** @type {object} */ row) =>
    Object.keys(row)
      .filter((name) => !optional.includes(name))
      .sort()
      .join();
  if (!real || !made || names(real) !== names(made))
    throw new Error(`papers are kept as {${names(real ?? {})}} now; bring papers.mjs up to date`);
}
