/** How large the content scripts are: each runs in every page of its site, before anyone presses anything. */

import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** @import { Tally } from './tally.mjs' */

/** Bytes of one content script. */
const BUDGET = 25_000;

/**
 * Prints the size of every content script of these builds.
 *
 * @param {readonly string[]} builds folders
 * @returns {Promise<Tally>} one test per script
 */
export async function checkContentSize(builds) {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  for (const build of builds) {
    const folder = join(build, 'content-scripts');
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.js'));
    if (names.length === 0)
      throw new Error(`there are no content scripts in ${basename(build)}: was it built?`);
    for (const name of names) {
      const { size } = await stat(join(folder, name));
      const fits = size < BUDGET;
      tally[fits ? 'passed' : 'failed']++;
      const words = `${basename(build)} ${name}: ${size} of ${BUDGET} bytes`;
      console.log(fits ? `✓ ${words}` : `✗ ${words}; what did it begin to load?`);
    }
  }
  return tally;
}
