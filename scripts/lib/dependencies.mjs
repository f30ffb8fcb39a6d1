/** Makes `npm start` and `npm test` work right after `git clone`: installs what package-lock.json names. */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';
import { runNpm } from './run.mjs';

/** npm writes this file last, so it tells when (and that) an installation was completed. */
const INSTALLED = join(ROOT, 'node_modules/.package-lock.json');
const WANTED = join(ROOT, 'package-lock.json');

/** @returns {Promise<void>} */
export async function ensureDependencies() {
  if ((await modified(INSTALLED)) >= (await modified(WANTED))) return;
  console.log('Installing dependencies (npm ci) …');
  if ((await runNpm(['ci'])) === 0) return;
  throw new Error(
    'the dependencies could not be installed: see what npm says above, then check the network and try again.',
  );
}

/**
 * @param {string} file
 * @returns {Promise<number>} when it was last changed; 0 if it is not there
 */
async function modified(file) {
  const stats = await stat(file).catch(() => undefined);
  return stats?.mtimeMs ?? 0;
}
