import assert from 'node:assert/strict';
import { until } from '@/scripts/lib/until.mjs';
import { openListing, press, SAVE_ALL, waitForUnsaved } from './listing.mjs';
import { click, exportJson, openOwnPage, titles, type, waitForStatus } from './own-page.mjs';
import { testInFirefox } from './scene.mjs';

/** @import { Firefox } from './browser.mjs' */

/** The keys by their codes in WebDriver: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const ENTER = '\uE007';

/**
 * @param {Firefox} firefox
 * @param {string} expression of the page
 * @param {string} otherwise
 */
const waitFor = (firefox, expression, otherwise) =>
  until(async () => (await firefox.run(`return Boolean(${expression});`)) === true, otherwise);

testInFirefox('a paper is opened, starred, tagged, noted and mended by keys, and stays so', async (scene) => {
  await openListing(scene.firefox);
  await press(scene.firefox, SAVE_ALL);
  await waitForUnsaved(scene.firefox, 0);
  let { firefox } = scene;
  await openOwnPage(firefox, 'sidepanel.html');
  await waitForStatus(firefox, '32 papers');
  const [title = ''] = await titles(firefox);
  await type(firefox, 'li h2 a', ENTER);
  await waitFor(firefox, `document.activeElement.closest('article .paper-bar')`, 'the page has no focus');
  const back = 'article .paper-bar button';
  await type(firefox, back, 's');
  await waitFor(firefox, `document.querySelector('article [aria-label=Unstar]')`, 'it is not starred');
  await type(firefox, back, 'u');
  await waitFor(firefox, `document.querySelector('article [aria-label="Status: reading"]')`, 'not marked');
  await type(firefox, 'article [role=combobox]', 'to cite');
  await waitFor(firefox, `document.querySelector('article [role=option]')`, 'the tag is not offered');
  await type(firefox, 'article [role=combobox]', ENTER);
  await waitFor(firefox, `document.querySelector('article [aria-label="Remove the tag to cite"]')`, 'no tag');
  await type(firefox, 'article textarea', 'Compare with the second winter');
  await type(firefox, back, 'e');
  await waitFor(firefox, `document.activeElement.closest('.edit-form')`, 'the form has no focus');
  await type(firefox, '.edit-form textarea, .edit-form input', ', mended');
  await click(firefox, 'Save changes');
  const heading = `document.querySelector('article h2')?.textContent`;
  await waitFor(firefox, `${heading} === ${JSON.stringify(`${title}, mended`)}`, 'the title is not mended');
  await type(firefox, back, 'z');
  await waitFor(firefox, `${heading} === ${JSON.stringify(title)}`, 'the title is not undone');

  firefox = await scene.restart();
  await openOwnPage(firefox, 'sidepanel.html');
  await waitForStatus(firefox, '32 papers');
  const { papers } = await exportJson(firefox, scene.downloads);
  const paper = papers.find((one) => one.title === title);
  assert.deepEqual(
    [paper.starred, paper.status, paper.tags, paper.note, paper.edited],
    [true, 'reading', ['to cite'], 'Compare with the second winter', []],
  );
});
