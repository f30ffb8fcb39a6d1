/** Building the extension with WXT. */

import { rm } from 'node:fs/promises';
import { CHROME_BUILD, FIREFOX_BUILD } from './paths.mjs';
import { runTool } from './run.mjs';

/**
 * Deletes the old build first, so that nobody mistakes it for the result of a build that failed.
 *
 * @param {'chrome' | 'firefox'} browser
 * @returns {Promise<boolean>} whether it worked
 */
export async function build(browser) {
  const firefox = browser === 'firefox';
  await rm(firefox ? FIREFOX_BUILD : CHROME_BUILD, { recursive: true, force: true });
  return (await runTool('wxt', 'wxt', firefox ? ['build', '-b', 'firefox', '--mv3'] : ['build'])) === 0;
}

/** @returns {Promise<void>} */
export async function buildForChrome() {
  if (!(await build('chrome'))) throw new Error('the extension could not be built: see the message above.');
}
