/** The browser of the measurements: the product's build, an empty page beside it, and the floor extension. */

import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '@/scripts/lib/launch.mjs';
import { CHROME_BUILD } from '@/scripts/lib/paths.mjs';
import { until } from '@/scripts/lib/until.mjs';
import { writeFloorExtension } from './floor-extension.mjs';

/** @import { Browser, BrowserContext, Page } from '@playwright/test' */
/** @import { Library } from './papers.mjs' */

/** Built like popup.html, but without scripts and styles. */
const BLANK = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Blank</title></head>
  <body><h2>Blank</h2></body>
</html>`;

/** The least that shows papers: it opens the database and draws the titles of the newest 20. */
const TITLES = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Titles</title></head>
  <body><script src="titles.js"></script></body>
</html>`;
const TITLES_SCRIPT = `
const opening = indexedDB.open('offprint');
opening.onsuccess = () => {
  const newest = opening.result.transaction('papers').objectStore('papers').index('savedAt').openCursor(null, 'prev');
  let left = 20;
  newest.onsuccess = () => {
    if (!newest.result || left-- === 0) return;
    document.body.appendChild(document.createElement('h2')).textContent = newest.result.value.title;
    newest.result.continue();
  };
};`;

/** Rows in one message to the page. */
const BATCH = 1000;
const PATIENCE_MS = 300_000;

/**
 * @typedef {object} Bench
 * @property {BrowserContext} context
 * @property {string} extensionId
 * @property {string} floorId
 */

/**
 * @template T
 * @param {(bench: Bench) => Promise<T>} work
 * @param {string} [build] the folder of the extension; by default our build
 * @returns {Promise<T>}
 */
export async function withBrowser(work, build = CHROME_BUILD) {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-bench-'));
  const extensionDir = join(folder, 'offprint');
  await cp(build, extensionDir, { recursive: true });
  await writeFile(join(extensionDir, 'blank.html'), BLANK);
  await writeFile(join(extensionDir, 'titles.html'), TITLES);
  await writeFile(join(extensionDir, 'titles.js'), TITLES_SCRIPT);
  await writeFloorExtension(join(folder, 'floor'));
  const { context, extensionId } = await launch({ extensionDir });
  try {
    const devtools = await /** @type {Browser} */ (context.browser()).newBrowserCDPSession();
    const { id: floorId } = await devtools.send('Extensions.loadUnpacked', { path: join(folder, 'floor') });
    return await work({ context, extensionId, floorId });
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {Bench} bench
 * @param {string} name
 */
export function ownAddress({ extensionId }, name) {
  return `chrome-extension://${extensionId}/${name}`;
}

/**
 * Fills the empty library and waits for its index: a press that meets the indexing of 10,000 papers takes 2-4 times
 * as long (found 2026-11-27). The product has made its tables before.
 *
 * @param {Bench} bench
 * @param {Library} library
 * @returns {Promise<void>}
 */
export async function fill(bench, library) {
  const page = await bench.context.newPage();
  await page.goto(ownAddress(bench, 'popup.html'));
  await page.getByRole('heading', { name: 'No papers yet' }).waitFor();
  await page.goto(ownAddress(bench, 'blank.html'));
  for (const [table, rows] of Object.entries(library)) {
    for (let from = 0; from < rows.length; from += BATCH) {
      await putRows(page, table, rows.slice(from, from + BATCH));
    }
  }
  await page.goto(ownAddress(bench, 'popup.html'));
  await indexFull(page);
  await page.close();
}

/**
 * Waits until everything is indexed. A page tells how far its index is only while it searches.
 *
 * @param {Page} page
 * @returns {Promise<void>}
 */
export async function indexFull(page) {
  const box = page.getByRole('searchbox', { name: 'Search papers' });
  await box.fill('a');
  const full = async () => /^[^·]*papers?$/.test((await page.getByRole('status').textContent()) ?? '');
  await until(full, 'the index is never full', PATIENCE_MS);
  await box.fill('');
}

/**
 * @param {Page} page
 * @param {string} table
 * @param {unknown[]} rows
 * @returns {Promise<void>}
 */
function putRows(page, table, rows) {
  return page.evaluate(
    ([name, json]) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('offprint');
        request.onsuccess = () => {
          const db = request.result;
          const transaction = db.transaction(name, 'readwrite');
          for (const row of JSON.parse(json)) transaction.objectStore(name).put(row);
          transaction.oncomplete = () => resolve(db.close());
          transaction.onerror = () => reject(transaction.error);
        };
        request.onerror = () => reject(request.error);
      }),
    /** @type {const} */ ([table, JSON.stringify(rows)]),
  );
}

/**
 * @param {Bench} bench
 * @param {string} table
 * @returns {Promise<number>}
 */
export async function countRows(bench, table) {
  const page = await blankPage(bench);
  return page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('offprint');
        request.onsuccess = () => {
          const counted = request.result.transaction(name).objectStore(name).count();
          counted.onsuccess = () => {
            request.result.close();
            resolve(counted.result);
          };
        };
        request.onerror = () => reject(request.error);
      }),
    table,
  );
}

/** @type {WeakMap<Bench, Promise<Page>>} */
const blanks = new WeakMap();

/**
 * @param {Bench} bench
 * @returns {Promise<Page>} one that stays open
 */
function blankPage(bench) {
  const open = async () => {
    const page = await bench.context.newPage();
    await page.goto(ownAddress(bench, 'blank.html'));
    return page;
  };
  const page = blanks.get(bench) ?? open();
  blanks.set(bench, page);
  return page;
}

/**
 * @param {Bench} bench
 * @param {string} table
 * @param {readonly string[]} ids
 * @returns {Promise<(Record<string, unknown> | undefined)[]>} their rows as they lie in the database
 */
export async function readRows(bench, table, ids) {
  const page = await bench.context.newPage();
  await page.goto(ownAddress(bench, 'blank.html'));
  const json = await page.evaluate(
    ([name, keys]) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('offprint');
        request.onsuccess = () => {
          const transaction = request.result.transaction(name);
          const asked = keys.map((key) => transaction.objectStore(name).get(key));
          transaction.oncomplete = () => {
            request.result.close();
            resolve(JSON.stringify(asked.map((one) => one.result ?? null)));
          };
        };
        request.onerror = () => reject(request.error);
      }),
    /** @type {const} */ ([table, ids]),
  );
  await page.close();
  return JSON.parse(String(json)).map(
    (/** @type {Record<string, unknown> | null} */ row) => row ?? undefined,
  );
}
