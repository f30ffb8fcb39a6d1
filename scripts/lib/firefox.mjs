/** Running tests/firefox: the main job in a real Firefox, with Node's own test runner. */

import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { FIREFOX_BUILD } from './paths.mjs';
import { run } from './run.mjs';
import { withReport } from './with-report.mjs';

/** @import { Tally } from './tally.mjs' */

/** `npm run test:long` adds the second. */
const FOLDERS = ['tests/firefox', ...(process.env.OFFPRINT_LONG ? ['tests/firefox/long'] : [])];

/**
 * Where Firefox (or openssl) is missing the tests say so and skip themselves; on CI that is a failure.
 *
 * @param {string | undefined} firefoxPath
 * @returns {Promise<Tally>}
 */
export async function runFirefoxTests(firefoxPath) {
  if (!existsSync(process.env.OFFPRINT_FIREFOX_BUILD || FIREFOX_BUILD))
    throw new Error('there is no build for Firefox to test');
  return withReport(
    tallyTap,
    async (report) =>
      run(process.execPath, await testArgs(report), { env: { OFFPRINT_FIREFOX: firefoxPath } }),
    { mayBeSkipped: !process.env.CI },
  );
}

/**
 * @param {string} report the file that the machine-readable report goes to
 * @returns {Promise<string[]>}
 */
async function testArgs(report) {
  const named = FOLDERS.map(async (folder) =>
    (await readdir(folder)).sort().map((name) => `${folder}/${name}`),
  );
  const files = (await Promise.all(named)).flat().filter((path) => path.endsWith('.test.mjs'));
  return [
    '--import',
    './tests/firefox/alias.mjs',
    '--test',
    '--test-concurrency=1', // two Firefoxes at once starve each other on a small machine
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
    ...files,
  ];
}

/**
 * The report has lines such as `not ok 2 - its title`, and ends with lines such as `# pass 3`.
 *
 * @param {string} tap
 * @returns {Tally}
 */
function tallyTap(tap) {
  const count = (/** @type {string} */ what) =>
    Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
    complaints: [...tap.matchAll(/^not ok \d+ - (.*)$/gm)].map(([, title = '']) => title),
  };
}
