/** The steps of `npm test`, each a function that runs one tool and says how many tests passed in it. */

import { existsSync } from 'node:fs';
import { build } from './build.mjs';
import { checkContentSize } from './content-size.mjs';
import { runFirefoxTests } from './firefox.mjs';
import { ensureChromium, ensureFirefox } from './install-browser.mjs';
import { lintFirefox } from './lint-firefox.mjs';
import { CHROME_BUILD, FIREFOX_BUILD } from './paths.mjs';
import { runTool } from './run.mjs';
import { ONE_FAILED, ONE_PASSED, tallyPlaywright } from './tally.mjs';
import { withReport } from './with-report.mjs';

/** @import { Step } from './report.mjs' */

/** @type {readonly Step[]} */
export const STEPS = [
  {
    title: 'Types',
    run: checkTypes,
    beside: [
      { title: 'Lint', run: lint },
      { title: 'Build for Chrome', run: async () => one(await build('chrome')) },
      { title: 'Build for Firefox', run: async () => one(await build('firefox')) },
    ],
  },
  {
    title: 'Unit and component tests',
    run: runVitest,
    beside: [
      { title: 'Size of the content scripts', run: () => checkContentSize([CHROME_BUILD, FIREFOX_BUILD]) },
      { title: 'Lint of the Firefox build', run: async () => one(await lintFirefox()) },
      { title: 'Firefox', run: async () => runFirefoxTests(await ensureFirefox()) }, // mostly waits
    ],
  },
  { title: 'End-to-end tests', run: runPlaywright },
];

async function checkTypes() {
  await runTool('wxt', 'wxt', ['prepare']); // writes the tsconfig that ours extends
  return one((await runTool('typescript', 'tsc', ['--noEmit'])) === 0);
}

async function lint() {
  return one((await runTool('@biomejs/biome', 'biome', ['check', '.'])) === 0);
}

function runVitest() {
  return withReport(JSON.parse, (file) =>
    runTool(
      'vitest',
      'vitest',
      ['run', '--reporter=default', '--reporter=./scripts/lib/tally-reporter.mjs'],
      { env: { OFFPRINT_TALLY: file } },
    ),
  );
}

async function runPlaywright() {
  if (!existsSync(CHROME_BUILD)) throw new Error('there is no build for Chrome to test');
  const browser = await ensureChromium();
  return withReport(
    (report) => tallyPlaywright(JSON.parse(report)),
    (file) =>
      runTool('@playwright/test', 'playwright', ['test', '--reporter=list,json'], {
        env: { OFFPRINT_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      }),
  );
}

/** @param {boolean} passed */
function one(passed) {
  return passed ? ONE_PASSED : ONE_FAILED;
}
