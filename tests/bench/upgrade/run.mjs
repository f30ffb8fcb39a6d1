/** Makes the old library, lets the product upgrade it, and compares every row. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createServer } from 'vite';
import { buildForChrome } from '@/scripts/lib/build.mjs';
import { ROOT } from '@/scripts/lib/paths.mjs';
import { makeOldLibrary } from './old-library.mjs';
import { bytesKept, fillOld, rowsOf, withProfile } from './profile.mjs';
import { report } from './report.mjs';
import { indexBytes, watchUpgrade } from './watch-upgrade.mjs';

/** @import { Browser, Page } from '@playwright/test' */
/** @import { OldLibrary } from './old-library.mjs' */
/** @import { Watched } from './watch-upgrade.mjs' */

const REPORT = 'tests/bench/upgrade.md';
/** Time for the browser to tidy its files after a start. */
const REST_MS = 15_000;

/**
 * @typedef {object} Kept
 * @property {number} papers rows that are as they should be: in the library, in the trash, set aside
 * @property {number} trash
 * @property {number} damaged
 * @property {string[]} faults what is lost or otherwise than it should be
 */

/**
 * @typedef {object} Run
 * @property {number} papers
 * @property {number} stopMs how often the worker is stopped
 * @property {Watched} watched
 * @property {Kept} kept
 * @property {{ before: number, after: number, index: number }} bytes per paper, without those of an empty library
 * @property {string} browser its version
 * @property {Date} date
 */

/**
 * @param {{ papers: number, stopMs: number, write: boolean, date: Date }} options
 * @returns {Promise<void>} rejects if anything was lost
 */
export async function runUpgrade({ papers, stopMs, write, date }) {
  await buildForChrome();
  const empty = await withProfile(async (profile) => {
    const before = await profile.run('bare', async ({ blank }) => {
      await fillOld(blank, {});
      return settled(blank);
    });
    return { before, after: await profile.run('product', ({ blank }) => settled(blank)) };
  });
  const run = await withProfile(async (profile) => {
    const library = makeOldLibrary(papers, date);
    await profile.run('bare', ({ blank }) => fillOld(blank, library.tables));
    const before = await profile.run('bare', ({ blank }) => settled(blank));
    console.log(`${papers} papers of version 2 are there.`);
    const watched = await profile.run('product', (browser) => watchUpgrade(browser, stopMs));
    return profile.run('product', async ({ blank, context }) => {
      const after = await settled(blank);
      const kept = await compare(blank, library);
      const index = (await indexBytes(blank)) / papers;
      const bytes = {
        before: (before - empty.before) / papers,
        after: (after - empty.after) / papers,
        index,
      };
      const browser = /** @type {Browser} */ (context.browser()).version();
      return { papers, stopMs, watched, kept, bytes, browser, date };
    });
  });
  const text = report(run);
  console.log(`\n${text}`);
  if (write) await writeFile(join(ROOT, REPORT), text);
  if (run.kept.faults.length > 0)
    throw new Error(`lost or changed: ${run.kept.faults.slice(0, 5).join('; ')}`);
}

/** @param {Page} page */
async function settled(page) {
  await bytesKept(page); // opens the database
  await page.waitForTimeout(REST_MS);
  return bytesKept(page);
}

/**
 * Compares each row with what the product's own pure step makes of the old one.
 *
 * @param {Page} page
 * @param {OldLibrary} library
 * @returns {Promise<Kept>}
 */
async function compare(page, { tables, damaged }) {
  const withStamps = await loadStep();
  const isDamaged = new Set(damaged);
  const [papers = [], trash = []] = [tables.papers, tables.trash].map((rows) => /** @type {any[]} */ (rows));
  const expected = {
    papers: papers.filter(({ id }) => !isDamaged.has(id)).map((row) => withStamps(row)),
    trash: trash
      .filter(({ id }) => !isDamaged.has(id))
      .map((row) => ({ ...row, paper: withStamps(row.paper, row.trashedAt) })),
    damaged: [...papers, ...trash].filter(({ id }) => isDamaged.has(id)),
  };
  /** @type {string[]} */
  const faults = [];
  const checked = {
    papers: await same(rowsOf(page, 'papers'), expected.papers, faults),
    trash: await same(rowsOf(page, 'trash'), expected.trash, faults),
    damaged: await same(unwrap(rowsOf(page, 'damaged')), expected.damaged, faults),
  };
  for (const table of ['sightings', 'journal', 'changes', 'aliases'])
    await holds(rowsOf(page, table), tables[table] ?? [], table, faults);
  return { ...checked, faults };
}

/**
 * @returns {Promise<(paper: any, trashedAt?: string) => object>} the step as the product has it
 */
async function loadStep() {
  const server = await createServer({
    ...{ root: ROOT, configFile: false, logLevel: 'warn', appType: 'custom' },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    resolve: { alias: { '@': ROOT } },
  });
  const { withStamps } = await server.ssrLoadModule('/utils/paper/registers.ts');
  await server.close();
  return withStamps;
}

/** @param {AsyncGenerator<{ row: unknown }>} rows */
async function* unwrap(rows) {
  for await (const { row } of rows) yield row;
}

/**
 * @param {AsyncGenerator<any>} found
 * @param {readonly any[]} expected by id
 * @param {string[]} faults gets what differs
 * @returns {Promise<number>} how many are the same
 */
async function same(found, expected, faults) {
  const rest = new Map(expected.map((row) => [row.id, row]));
  let good = 0;
  for await (const row of found) {
    const plain = JSON.parse(JSON.stringify(rest.get(row.id) ?? null));
    if (isDeepStrictEqual(row, plain)) good++;
    else faults.push(`${row.id} is otherwise`);
    rest.delete(row.id);
  }
  faults.push(...[...rest.keys()].map((id) => `${id} is gone`));
  return good;
}

/**
 * Checks that the rows of a table are all there, whatever came.
 *
 * @param {AsyncGenerator<unknown>} found
 * @param {readonly unknown[]} expected
 * @param {string} table
 * @param {string[]} faults gets what is missing
 */
async function holds(found, expected, table, faults) {
  const rest = new Set(expected.map((row) => JSON.stringify(row)));
  for await (const row of found) rest.delete(JSON.stringify(row));
  if (rest.size > 0) faults.push(`${rest.size} rows of ${table} are gone or otherwise`);
}
