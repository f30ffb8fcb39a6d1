/** The steps of `npm test`, each a function that runs one tool and says how many tests passed in it. */

import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { checkContentSize } from './content-size.mjs';
import { runFirefoxTests } from './firefox.mjs';
import { ensureChromium, ensureFirefox } from './install-browser.mjs';
import { lintFirefox } from './lint-firefox.mjs';
import { CHROME_BUILD, FIREFOX_BUILD } from './paths.mjs';
import { runTool } from './run.mjs';
import { judge, ONE_FAILED, ONE_PASSED, tallyPlaywright, tallyVitest } from './tally.mjs';

/** @import { Tally } from './tally.mjs' */

/** @type {readonly { title: string, run: () => Promise<Tally> }[]} */
export const STEPS = [
  { title: 'Types', run: checkTypes },
  { title: 'Lint', run: lint },
  { title: 'Unit and component tests', run: runVitest },
  { title: 'Build for Chrome', run: async () => one(await build('chrome')) },
  { title: 'Build for Firefox', run: async () => one(await build('firefox')) },
  { title: 'Size of the content scripts', run: () => checkContentSize([CHROME_BUILD, FIREFOX_BUILD]) },
  { title: 'Lint of the Firefox build', run: async () => one(await lintFirefox()) },
  { title: 'End-to-end tests', run: runPlaywright },
  { title: 'Firefox', run: async () => runFirefoxTests(await ensureFirefox()) },
];

async function checkTypes() {
  await runTool('wxt', 'wxt', ['prepare']); // writes the tsconfig that ours extends
  return one((await runTool('typescript', 'tsc', ['--noEmit'])) === 0);
}

async function lint() {
  return one((await runTool('@biomejs/biome', 'biome', ['check', '.'])) === 0);
}

function runVitest() {
  return withReport(tallyVitest, (file) =>
    runTool('vitest', 'vitest', [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]),
  );
}

async function runPlaywright() {
  if (!existsSync(CHROME_BUILD)) throw new Error('there is no build for Chrome to test');
  const env = { OFFPRINT_BROWSER: await ensureChromium() };
  return withReport(tallyPlaywright, (file) =>
    runTool('@playwright/test', 'playwright', ['test', '--reporter=list,json'], {
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    }),
  );
}

/**
 * @template Report
 * @param {(report: Report) => Tally} tally
 * @param {(file: string) => Promise<number>} runner writes its report into the file, resolves to its exit code
 * @returns {Promise<Tally>}
 */
async function withReport(tally, runner) {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
  try {
    const file = join(folder, 'report.json');
    const exitCode = await runner(file);
    const report = await readFile(file, 'utf8').catch(() => undefined);
    if (!report) throw new Error(`the tests crashed: no report was written (exit code ${exitCode})`);
    return judge(tally(JSON.parse(report)), exitCode);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {boolean} passed */
function one(passed) {
  return passed ? ONE_PASSED : ONE_FAILED;
}
