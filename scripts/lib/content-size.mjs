/** How large the content scripts are: each runs in every page of its site, before anyone presses anything. */

import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** @import { Tally } from './tally.mjs' */

/** Bytes that a page of a site loads: the site's script and the one that all sites share. */
const BUDGET = 25_000;
const SHARED = 'listing.js';

/**
 * Prints what the pages of each site load in these builds.
 *
 * @param {readonly string[]} builds folders
 * @returns {Promise<Tally>} one test per site
 */
export async function checkContentSize(builds) {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for (const build of builds) {
    const folder = join(build, 'content-scripts');
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.js'));
    if (names.length === 0)
      throw new Error(`there are no content scripts in ${basename(build)}: was it built?`);
    const shared = (await stat(join(folder, SHARED))).size;
    for (const name of names.filter((one) => one !== SHARED)) {
      const size = shared + (await stat(join(folder, name))).size;
      const fits = size < BUDGET;
      tally[fits ? 'passed' : 'failed']++;
      const words = `${basename(build)} ${SHARED} and ${name}: ${size} of ${BUDGET} bytes`;
      console.log(fits ? `✓ ${words}` : `✗ ${words}; what did it begin to load?`);
    }
  }
  return tally;
}
