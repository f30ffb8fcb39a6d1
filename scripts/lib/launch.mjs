/**
 * A browser with the built extension in it.
 *
 * The extension is loaded by the DevTools call `Extensions.loadUnpacked`, not by `--load-extension`: branded
 * Chrome ignores that flag since version 137, the call works in every browser of the family, tells the
 * extension's id at once, and an unchanged profile keeps its library from one launch to the next.
 */

import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { sentence } from './complain.mjs';
import { findChromium } from './find-browser.mjs';
import { CHROME_BUILD } from './paths.mjs';
import { PATIENCE } from './until.mjs';

/** @import { Browser, BrowserContext, Page, ViewportSize } from '@playwright/test' */

/**
 * @typedef {object} LaunchOptions
 * @property {string | undefined} [executablePath] the browser; by default the one that find-browser.mjs finds
 * @property {string} [extensionDir] the unpacked extension; by default our build for Chrome
 * @property {string} [userDataDir] the profile; by default a fresh one that is deleted on closing
 * @property {boolean} [headless] default true
 * @property {ViewportSize | null} [viewport] null: as large as the window
 * @property {boolean} [welcome] whether the page of the first run stays open; by default it is closed
 */

/**
 * @typedef {object} Launched
 * @property {BrowserContext} context closing it closes the browser
 * @property {string} extensionId
 */

const ARGS = [
  '--enable-unsafe-extension-debugging', // or Extensions.loadUnpacked is refused
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
];
/**
 * Without a window. Chromium 156 loads two pages for the suggestions of an address bar that nobody sees, which takes as long
 * as our own page. Of two lists of features that are off the browser takes the last, so those that Playwright 1.65
 * turns off and that tests depend on are named again.
 */
const HEADLESS_ARGS = [
  ...ARGS,
  '--disable-gpu',
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,MediaRouter,OptimizationHints,PaintHolding',
];

/**
 * @param {LaunchOptions} [options]
 * @returns {Promise<Launched>}
 */
export async function launch(options = {}) {
  const { extensionDir = CHROME_BUILD, userDataDir = '', headless = true } = options;
  const executablePath = options.executablePath ?? (await findChromium());
  if (!executablePath) throw new Error('there is no Chromium here; `npm test` and `npm start` install one.');
  if (userDataDir !== '') await forgetWorkers(userDataDir);
  const context = await chromium
    .launchPersistentContext(userDataDir, {
      executablePath,
      headless,
      viewport: options.viewport === undefined ? { width: 1280, height: 900 } : options.viewport,
      chromiumSandbox: process.getuid?.() !== 0, // Chromium refuses to run as root inside its sandbox
      ignoreDefaultArgs: ['--disable-extensions'],
      timeout: PATIENCE,
      args: headless ? HEADLESS_ARGS : ARGS,
    })
    .catch((error) => {
      throw new Error(`${executablePath} does not start: ${sentence(error)}`, { cause: error });
    });
  try {
    const greeting = greets(extensionDir) && !options.welcome ? closeGreeting(context) : undefined;
    const extensionId = await load(context, extensionDir);
    // In an older profile there may be none.
    if (userDataDir === '') await greeting;
    else greeting?.catch(() => undefined);
    return { context, extensionId };
  } catch (error) {
    await context.close();
    throw new Error(`${executablePath} does not take the extension: ${sentence(error)}`, { cause: error });
  }
}

/** @param {string} extensionDir */
function hasWorker(extensionDir) {
  const { background } = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8'));
  return background !== undefined;
}

/**
 * A profile starts the worker that was once installed at an address, whatever the extension's folder holds by now: after
 * another build, new pages would talk to an old worker.
 *
 * @param {string} userDataDir
 * @returns {Promise<void>}
 */
async function forgetWorkers(userDataDir) {
  for (const kept of ['Database', 'ScriptCache'])
    await rm(join(userDataDir, 'Default/Service Worker', kept), { recursive: true, force: true });
}

/** @param {string} extensionDir */
function greets(extensionDir) {
  return existsSync(join(extensionDir, 'welcome.html'));
}

/**
 * It would come to the front in the middle of something.
 *
 * @param {BrowserContext} context
 * @returns {Promise<void>} once it was closed
 */
async function closeGreeting(context) {
  /** @type {Promise<Page>} */
  const greeting = new Promise((resolve) => {
    const look = (/** @type {Page} */ page) => page.url().endsWith('/welcome.html') && resolve(page);
    context.on('page', (page) => {
      look(page);
      page.on('framenavigated', () => look(page));
    });
  });
  await (await greeting).close();
}

/**
 * @param {BrowserContext} context
 * @param {string} path
 * @returns {Promise<string>} the extension's id, once its worker runs, if it has one
 */
async function load(context, path) {
  const browser = /** @type {Browser} */ (context.browser());
  const devtools = await browser.newBrowserCDPSession();
  const { id } = await devtools.send('Extensions.loadUnpacked', { path });
  await devtools.detach();
  if (!hasWorker(path)) return id;
  const origin = `chrome-extension://${id}/`;
  if (!context.serviceWorkers().some((worker) => worker.url().startsWith(origin))) {
    await context.waitForEvent('serviceworker', {
      predicate: (worker) => worker.url().startsWith(origin),
      timeout: PATIENCE,
    });
  }
  return id;
}
