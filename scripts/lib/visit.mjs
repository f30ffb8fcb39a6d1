/** What a person does with Offprint, one function per deed; the tour and the README's pictures are made of them. */

import { readFile } from 'node:fs/promises';
import { findButtons, waitForButton } from './closed-roots.mjs';
import { cardButtons, pressByName, pressCard, SAVE, SAVE_ALL, SAVED } from './press.mjs';
import { until } from './until.mjs';

/** @import { BrowserContext, Page, ViewportSize } from '@playwright/test' */

/**
 * @param {BrowserContext} context
 * @param {string} address
 * @returns {Promise<Page>} the listing, its buttons mounted
 */
export async function openListing(context, address) {
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  await waitForButton(page, SAVE);
  return page;
}

/**
 * @param {Page} page
 * @param {number} index which card, counted from 0
 */
export async function saveCard(page, index) {
  const card = page.locator('article').nth(index);
  await pressCard(page, card, SAVE);
  await waitForButton(page, SAVED, card);
}

/**
 * @param {Page} page
 * @returns {Promise<number>} how many papers of the page are saved now
 */
export async function saveAll(page) {
  await pressByName(page, SAVE_ALL);
  const allSaved = async () => (await findButtons(page, [SAVE])).length === 0;
  await until(allSaved, 'some papers of the page are still not saved');
  return (await cardButtons(page)).length;
}

/**
 * Opens one of the extension's pages as a tab.
 *
 * @param {BrowserContext} context
 * @param {string} extensionId
 * @param {'popup.html' | 'sidepanel.html' | 'options.html'} name
 * @param {ViewportSize} size
 * @returns {Promise<Page>} the page, once it shows papers
 */
export async function openOwnPage(context, extensionId, name, size) {
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.goto(`chrome-extension://${extensionId}/${name}`);
  await page.getByRole('searchbox', { name: 'Search papers' }).waitFor();
  await titles(page).first().waitFor();
  return page;
}

/**
 * @param {Page} page the popup or the side panel
 * @param {string} words
 * @param {number} [expected] how many papers should be found; without it, at least one
 * @returns {Promise<string[]>} their titles, best first
 */
export async function search(page, words, expected) {
  await page.getByRole('searchbox', { name: 'Search papers' }).fill(words);
  const found = async () => {
    const count = await titles(page).count();
    return expected === undefined ? count > 0 : count === expected;
  };
  await until(found, `searching "${words}" does not find ${expected ?? 'any'} paper(s)`);
  return titles(page).allTextContents();
}

/**
 * @param {Page} page the side panel
 * @param {string} file where the download goes
 * @returns {Promise<number>} how many papers it holds
 */
export async function exportJson(page, file) {
  await page.getByRole('button', { name: 'Export' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'JSON', exact: true }).click();
  await (await downloading).saveAs(file);
  const library = JSON.parse(await readFile(file, 'utf8'));
  if (library.format !== 'offprint-library') throw new Error(`${file} is not an Offprint library`);
  return library.papers.length;
}

/** @param {Page} page */
function titles(page) {
  return page.getByRole('list', { name: 'Results' }).getByRole('heading');
}
