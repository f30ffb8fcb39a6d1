/** Gets a browser where there is none: from Debian's packages where we may, else from Playwright. */

import { existsSync } from 'node:fs';
import { findChromium, findFirefox } from './find-browser.mjs';
import { run, runTool } from './run.mjs';

export const IS_ROOT = process.getuid?.() === 0;

/**
 * @returns {Promise<string>} the path of a Chromium
 */
export async function ensureChromium() {
  const found =
    (await findChromium()) ?? (await installed(aptInstall)) ?? (await installed(playwrightInstall));
  if (found) return found;
  throw new Error(
    'there is no Chromium here and none could be installed (see above). Install Chromium, Edge or Chrome, ' +
      'or set OFFPRINT_BROWSER to the path of one, and try again.',
  );
}

/**
 * Firefox is optional, except where nobody is at hand to install it: on CI.
 *
 * @returns {Promise<string | undefined>} the path of Firefox, if there is one
 */
export async function ensureFirefox() {
  const found = findFirefox();
  if (found || process.env.CI !== 'true') return found;
  await aptInstall('firefox-esr');
  return findFirefox();
}

/**
 * @param {(what: string) => Promise<boolean>} install
 * @returns {Promise<string | undefined>}
 */
async function installed(install) {
  return (await install('chromium')) ? findChromium() : undefined;
}

/**
 * @param {string} packageName
 * @returns {Promise<boolean>} whether it worked; false where it is not ours to try
 */
async function aptInstall(packageName) {
  if (!IS_ROOT || !existsSync('/etc/debian_version')) return false;
  console.log(`Installing ${packageName} with apt-get …`);
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-qq'], quiet); // a failed mirror need not matter: install will tell
  const options = ['-qq', '-y', '--no-install-recommends'];
  return (await run('apt-get', ['install', ...options, packageName], quiet)) === 0;
}

/**
 * @param {string} browser
 * @returns {Promise<boolean>}
 */
async function playwrightInstall(browser) {
  console.log(`Downloading ${browser} with Playwright into its own folder …`);
  const withSystemLibraries = IS_ROOT && process.platform === 'linux' ? ['--with-deps'] : [];
  const args = ['install', '--no-shell', ...withSystemLibraries, browser];
  return (await runTool('@playwright/test', 'playwright', args)) === 0;
}
