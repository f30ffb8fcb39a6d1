/** The upgrade in the browser: the worker stopped again and again, the side panel opened after each stop. */

import { setTimeout as pause } from 'node:timers/promises';
import { stopWorker } from '@/scripts/lib/stop-worker.mjs';

/** @import { Page } from '@playwright/test' */
/** @import { Launched } from '@/scripts/lib/launch.mjs' */

const ASK_MS = 500;
/** A page wakes the worker every 5 s; what stands still for so long waits for nobody. */
const STILL_MS = 60_000;
/** So few papers are searched without an index. */
const UNINDEXED = 100;

/**
 * @typedef {object} Opening the side panel, opened while the upgrade is under way
 * @property {number} at ms since the browser had the product
 * @property {number} rows ms from the start of the navigation to the first task after the frame with the first paper
 */

/**
 * @typedef {object} Watched
 * @property {Opening[]} openings the first right at the start, each other right after a stop
 * @property {Opening[]} afterwards once all is done
 * @property {number} stops
 * @property {number} upgraded ms until all rows are of this version
 * @property {number} indexed ms until all is indexed, without stops after the upgrade
 * @property {string} told what the panel says of damaged records
 * @property {number} shown papers that the panel counts
 */

/**
 * @param {Launched & { blank: Page }} browser
 * @param {number} stopMs how often the worker is stopped
 * @returns {Promise<Watched>} rejects if the upgrade stands still
 */
export async function watchUpgrade({ context, extensionId, blank }, stopMs) {
  const start = performance.now();
  const since = () => performance.now() - start;
  /** @type {Page | undefined} */
  let panel;
  /** @returns {Promise<Opening>} */
  const open = async () => {
    await panel?.close();
    panel = await context.newPage();
    await panel.setViewportSize({ width: 400, height: 800 });
    await panel.addInitScript(watchRows);
    const at = since();
    await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`, { waitUntil: 'commit' });
    const rows = await panel.evaluate(() => /** @type {any} */ (globalThis).firstRows);
    console.log(`${(at / 1000).toFixed(0)} s: the first rows are drawn after ${rows.toFixed(0)} ms`);
    return { at, rows };
  };
  const openings = [await open()];
  let [stops, lastStop, lastMove] = [0, since(), since()];
  for (let last, place = await placeOf(blank); place !== undefined; place = await placeOf(blank)) {
    if (place !== last) lastMove = since();
    if (since() - lastMove > STILL_MS)
      throw new Error(`the upgrade stands still at ${place}, after ${stops} stops of the worker`);
    last = place;
    await pause(ASK_MS);
    if (since() - lastStop < stopMs) continue;
    lastStop = since();
    stops++;
    await stopWorker(context);
    openings.push(await open());
  }
  const upgraded = since();
  console.log(`${(upgraded / 1000).toFixed(0)} s: all rows are upgraded`);
  await panel?.getByRole('searchbox').fill('a'); // who searches has the rest indexed
  while (!(await isIndexed(blank))) await pause(ASK_MS);
  const indexed = since();
  const afterwards = [await open(), await open(), await open()];
  const status = (await panel?.locator('.status').allTextContents()) ?? [];
  const shown = Number.parseInt(
    ((await panel?.getByRole('status').first().textContent()) ?? '').replaceAll(',', ''),
    10,
  );
  return { openings, afterwards, stops, upgraded, indexed, told: status.join(' · '), shown };
}

/** Runs in the page before its own scripts. */
function watchRows() {
  const firstRows = new Promise((resolve) => {
    const seen = new MutationObserver(() => {
      if (!document.querySelector('li h2')) return;
      seen.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(0);
      });
    });
    seen.observe(document, { childList: true, subtree: true });
  });
  Object.assign(globalThis, { firstRows });
}

/**
 * @param {Page} page
 * @returns {Promise<string | undefined>} how far the upgrade is, as JSON; undefined once all rows are upgraded
 */
export function placeOf(page) {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('offprint');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const db = request.result;
          if (db.version < 30) {
            db.close();
            resolve('version 2');
            return;
          }
          const transaction = db.transaction('settings');
          const upgrade = transaction.objectStore('settings').get('upgrade');
          transaction.oncomplete = () => {
            db.close();
            resolve(upgrade.result && JSON.stringify(upgrade.result.value));
          };
        };
      }),
  );
}

/**
 * Whether all is indexed. It counts the papers that are not, which takes long: not to be asked while others are timed.
 *
 * @param {Page} page
 * @returns {Promise<boolean>}
 */
function isIndexed(page) {
  return page.evaluate(
    (most) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('offprint');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const db = request.result;
          const transaction = db.transaction(['index', 'papers']);
          const state = transaction.objectStore('index').get('state');
          let left = Number.POSITIVE_INFINITY;
          state.onsuccess = () => {
            const { revision = -1, id = '' } = state.result?.value ?? {};
            const later = transaction.objectStore('papers').index('[revision+id]');
            later.count(IDBKeyRange.lowerBound([revision, id], true)).onsuccess = ({ target }) => {
              left = /** @type {IDBRequest<number>} */ (target).result;
            };
          };
          transaction.oncomplete = () => {
            db.close();
            resolve(left <= most);
          };
        };
      }),
    UNINDEXED,
  );
}

/**
 * @param {Page} page
 * @returns {Promise<number>} bytes of the search index
 */
export function indexBytes(page) {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('offprint');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const db = request.result;
          const transaction = db.transaction(['segments', 'chunks', 'deletions']);
          let bytes = 0;
          const count = (/** @type {unknown} */ value) => {
            if (value instanceof Uint8Array) bytes += value.byteLength;
            else if (value && typeof value === 'object') Object.values(value).forEach(count);
          };
          for (const name of db.objectStoreNames)
            if (['segments', 'chunks', 'deletions'].includes(name))
              transaction.objectStore(name).openCursor().onsuccess = ({ target }) => {
                const cursor = /** @type {IDBRequest<IDBCursorWithValue | null>} */ (target).result;
                if (!cursor) return;
                count(cursor.value);
                cursor.continue();
              };
          transaction.oncomplete = () => {
            db.close();
            resolve(bytes);
          };
        };
      }),
  );
}
