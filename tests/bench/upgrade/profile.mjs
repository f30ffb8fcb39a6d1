/**
 * A profile that meets two extensions at one address: first one that has nothing but a page, which fills the database as
 * an older version left it; then the product.
 */

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '@/scripts/lib/launch.mjs';
import { CHROME_BUILD, ROOT } from '@/scripts/lib/paths.mjs';

/** @import { Page } from '@playwright/test' */
/** @import { Launched } from '@/scripts/lib/launch.mjs' */

/** Rows in one message to the page, or from it. */
const BATCH = 1000;
const SAMPLE = join(ROOT, 'tests/fixtures/library/v2.json');
const BLANK = '<!doctype html><html lang="en"><head><title>Blank</title></head><body></body></html>';
/**
 * It has no worker. One that is there already stays the active one as long as a page of the address is open, and the
 * product's waits behind it: it runs once, to be installed, and after its first stop nothing starts it any more.
 */
const BARE = {
  ...{ manifest_version: 3, name: 'Bare', version: '1' },
  permissions: ['storage', 'unlimitedStorage'],
};

/**
 * @template T
 * @param {(profile: Profile) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProfile(work) {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-upgrade-'));
  try {
    return await work(new Profile(folder));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export class Profile {
  /** @param {string} folder */
  constructor(folder) {
    this.extensionDir = join(folder, 'extension');
    this.userDataDir = join(folder, 'profile');
  }

  /**
   * Starts the browser anew with one of the two extensions.
   *
   * @template T
   * @param {'bare' | 'product'} which
   * @param {(browser: Launched & { blank: Page }) => Promise<T>} work has a page of the extension without scripts
   * @returns {Promise<T>}
   */
  async run(which, work) {
    const { extensionDir, userDataDir } = this;
    await rm(extensionDir, { recursive: true, force: true });
    if (which === 'product') await cp(CHROME_BUILD, extensionDir, { recursive: true });
    else {
      await mkdir(extensionDir);
      await writeFile(join(extensionDir, 'manifest.json'), JSON.stringify(BARE));
    }
    await writeFile(join(extensionDir, 'blank.html'), BLANK);
    const launched = await launch({ extensionDir, userDataDir });
    try {
      const blank = await launched.context.newPage();
      await blank.goto(`chrome-extension://${launched.extensionId}/blank.html`);
      return await work({ ...launched, blank });
    } finally {
      await launched.context.close();
    }
  }
}

/**
 * Makes the tables of version 2 and fills them.
 *
 * @param {Page} page
 * @param {Record<string, unknown[]>} tables rows by table
 * @returns {Promise<void>}
 */
export async function fillOld(page, tables) {
  const { stores } = JSON.parse(await readFile(SAMPLE, 'utf8'));
  await page.evaluate(makeTables, stores);
  for (const [table, rows] of Object.entries(tables))
    for (let from = 0; from < rows.length; from += BATCH)
      await page.evaluate(
        putRows,
        /** @type {const} */ ([table, JSON.stringify(rows.slice(from, from + BATCH))]),
      );
}

/**
 * In the page: the tables as Dexie makes them of its words, `key, index, *list, [a+b]`.
 *
 * @param {Record<string, string>} stores
 * @returns {Promise<void>}
 */
function makeTables(stores) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('offprint', 20); // Dexie's version times ten
    request.onupgradeneeded = () => {
      for (const [name, words] of Object.entries(stores)) {
        const [key = '', ...indexes] = words.split(/,\s*/);
        const path = (/** @type {string} */ word) =>
          word.startsWith('[') ? word.slice(1, -1).split('+') : word.replace(/^[*+]+/, '');
        const store = request.result.createObjectStore(name, {
          keyPath: path(key),
          autoIncrement: key.startsWith('++'),
        });
        for (const index of indexes)
          store.createIndex(index.replace(/^\*/, ''), path(index), { multiEntry: index.startsWith('*') });
      }
    };
    request.onsuccess = () => resolve(request.result.close());
    request.onerror = () => reject(request.error);
  });
}

/**
 * In the page.
 *
 * @param {readonly [table: string, json: string]} rows
 * @returns {Promise<void>}
 */
function putRows([name, json]) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('offprint');
    request.onsuccess = () => {
      const transaction = request.result.transaction(name, 'readwrite');
      for (const row of JSON.parse(json)) transaction.objectStore(name).put(row);
      transaction.oncomplete = () => resolve(request.result.close());
      transaction.onerror = () => reject(transaction.error);
    };
    request.onerror = () => reject(request.error);
  });
}

/**
 * @param {Page} page
 * @param {string} table
 * @returns {AsyncGenerator<any>} its rows, by key
 */
export async function* rowsOf(page, table) {
  for (let last; ; ) {
    const json = await page.evaluate(
      readSome,
      /** @type {const} */ ([table, JSON.stringify(last ?? null), BATCH]),
    );
    const found = JSON.parse(json);
    yield* found.rows;
    last = found.last;
    if (found.rows.length < BATCH) return;
  }
}

/**
 * In the page: the rows after a key.
 *
 * @param {readonly [table: string, last: string, most: number]} asked
 * @returns {Promise<string>} JSON
 */
function readSome([name, last, most]) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('offprint');
    request.onsuccess = () => {
      const after = JSON.parse(last);
      const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
      const transaction = request.result.transaction(name);
      const rows = transaction.objectStore(name).getAll(range, most);
      const keys = transaction.objectStore(name).getAllKeys(range, most);
      transaction.oncomplete = () => {
        request.result.close();
        resolve(JSON.stringify({ rows: rows.result, last: keys.result.at(-1) }));
      };
      transaction.onabort = () => reject(transaction.error);
    };
    request.onerror = () => reject(request.error);
  });
}

/**
 * @param {Page} page
 * @returns {Promise<number>} bytes that the browser keeps for the database
 */
export function bytesKept(page) {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('offprint'); // a database that nobody opened counts as empty
        request.onerror = () => reject(request.error);
        request.onsuccess = async () => {
          const told = await navigator.storage.estimate();
          request.result.close();
          const { usage, usageDetails } =
            /** @type {{ usage?: number, usageDetails?: { indexedDB?: number } }} */ (told);
          resolve(usageDetails?.indexedDB ?? usage ?? 0);
        };
      }),
  );
}
