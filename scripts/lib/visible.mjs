/** Opening the extension for a person to try, in a window of its own. */

import { launch } from './launch.mjs';
import { START_PROFILE } from './paths.mjs';
import { serveListings } from './sample-listing.mjs';

/** @import { BrowserContext } from '@playwright/test' */

const DAILY_PAPERS = 'https://huggingface.co/papers';
const PATIENCE = 3_000;

/** @returns {boolean} whether a window would be seen by anybody */
export function hasDisplay() {
  const { platform, env } = process;
  return platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * @param {string} executablePath the browser
 * @returns {Promise<void>} resolves when the window was closed
 */
export async function openWindow(executablePath) {
  const { context } = await launch({
    executablePath,
    headless: false,
    viewport: null,
    userDataDir: START_PROFILE, // what was saved is still there the next time
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(await startingPoint(context));
  console.log('Press "Save" on a paper, then click the extension’s icon. Close the window to end.');
  await lastTabClosed(context);
}

/**
 * @param {BrowserContext} context
 * @returns {Promise<string>} Daily Papers; without a network, the sample listing
 */
async function startingPoint(context) {
  const reachable = await fetch(DAILY_PAPERS, { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE) }).then(
    (response) => response.ok,
    () => false,
  );
  if (reachable) return DAILY_PAPERS;
  console.log('huggingface.co does not answer, so a sample listing stands in for it.');
  const [address = DAILY_PAPERS] = await serveListings(context);
  return address;
}

/**
 * On macOS the browser outlives its last window; for us it ends there on every system.
 *
 * @param {BrowserContext} context
 * @returns {Promise<void>}
 */
async function lastTabClosed(context) {
  const closed = new Promise((done) => context.once('close', done));
  const watch = (/** @type {import('@playwright/test').Page} */ page) =>
    page.once('close', () => {
      if (context.pages().length === 0) void context.close();
    });
  context.pages().forEach(watch);
  context.on('page', watch);
  await closed;
}
