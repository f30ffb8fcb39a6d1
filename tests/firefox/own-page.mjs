/** The extension's own pages in Firefox, and what a person does there. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '@/scripts/lib/until.mjs';
import { ORIGIN } from './browser.mjs';

/** @import { Firefox } from './browser.mjs' */

const BY_NAME = `
  return [...document.querySelectorAll('button, [role=menuitem]')].find((element) => {
    const name = (element.getAttribute('aria-label') ?? element.textContent).trim();
    return element.checkVisibility() && !element.disabled && new RegExp('^(?:' + arguments[0] + ')$').test(name);
  });
`;
const OPEN_TAB = 'gBrowser.selectedTab = gBrowser.addTrustedTab(arguments[0]);';
// The list stays in the page, hidden, while another view is shown.
const VISIBLE =
  'const all = (what) => [...document.querySelectorAll(what)].filter((one) => one.checkVisibility());';
const STATUS = `${VISIBLE} return all('[role=status]')[0]?.textContent ?? '';`;
const TITLES = `${VISIBLE} return all('li h2').map((title) => title.textContent);`;

/**
 * No page may lead to these addresses, and nor may WebDriver: the browser opens them as it would for its user.
 *
 * @param {Firefox} firefox
 * @param {'popup.html' | 'sidepanel.html' | 'options.html' | 'welcome.html'} name
 * @returns {Promise<string>} the handle of its tab
 */
export async function openOwnPage(firefox, name) {
  const handle = await firefox.newTab(() => firefox.chrome(OPEN_TAB, `${ORIGIN}/${name}`));
  const ready = async () => (await firefox.run('return document.querySelector("input") !== null')) === true;
  await until(ready, `${name} does not show`);
  return handle;
}

/**
 * @param {Firefox} firefox
 * @param {string} pattern of the button's whole accessible name
 */
export async function click(firefox, pattern) {
  const find = async () => (await firefox.run(BY_NAME, pattern)) ?? undefined;
  const element = await until(find, `no button "${pattern}"`);
  await firefox.send('WebDriver:ElementClick', { id: Object.values(element)[0] });
}

/**
 * @param {Firefox} firefox
 * @param {string} selector
 * @param {string} text typed by keys; a path if it is a file input
 */
export async function type(firefox, selector, text) {
  const find = async () =>
    (await firefox.run('return document.querySelector(arguments[0])', selector)) ?? undefined;
  const element = await until(find, `no ${selector}`);
  await firefox.send('WebDriver:ElementSendKeys', { id: Object.values(element)[0], text });
}

/**
 * @param {Firefox} firefox
 * @param {string} words how the status must come to begin
 */
export async function waitForStatus(firefox, words) {
  let last = '';
  const said = async () => {
    last = await firefox.run(STATUS);
    return last.startsWith(words);
  };
  await until(said, `the status does not become "${words}"`).catch((error) => {
    throw new Error(`${error.message}; it is "${last}"`);
  });
}

/**
 * @param {Firefox} firefox
 * @returns {Promise<string[]>} the titles of what is listed
 */
export function titles(firefox) {
  return firefox.run(TITLES);
}

/**
 * @param {Firefox} firefox at the side panel
 * @param {string} downloads where Firefox puts downloads
 * @returns {Promise<{ path: string, papers: any[] }>}
 */
export async function exportJson(firefox, downloads) {
  const path = await exportAs(firefox, downloads, 'JSON');
  const parsed = async () =>
    JSON.parse((await readFile(path, 'utf8').catch(() => 'null')) || 'null') ?? undefined;
  return { path, papers: (await until(parsed, `${path} stays empty`)).papers };
}

/**
 * @param {Firefox} firefox at the side panel
 * @param {string} downloads where Firefox puts downloads
 * @param {'JSON' | 'HTML'} format
 * @returns {Promise<string>} the path of the file
 */
export async function exportAs(firefox, downloads, format) {
  await click(firefox, 'Export');
  await click(firefox, format);
  const finished = async () => {
    const names = await readdir(downloads).catch(() => []);
    return names.some((name) => name.endsWith('.part'))
      ? undefined
      : names.find((name) => name.endsWith(`.${format.toLowerCase()}`));
  };
  return join(downloads, await until(finished, 'nothing was downloaded'));
}
