/** `npm run screens`: pictures of every screen, light and dark, at three widths, to be looked at before a change lands. */

import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buildForChrome } from './lib/build.mjs';
import { orComplain } from './lib/complain.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureChromium } from './lib/install-browser.mjs';
import { ROOT } from './lib/paths.mjs';
import { runTool } from './lib/run.mjs';

const FOLDER = join(ROOT, '.output', 'screens');

await orComplain(async () => {
  await ensureDependencies();
  const browser = await ensureChromium();
  await buildForChrome();
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  process.exitCode = await runTool(
    '@playwright/test',
    'playwright',
    ['test', 'accessibility', '-g', 'every screen'],
    {
      env: { OFFPRINT_BROWSER: browser, OFFPRINT_SCREENS: FOLDER, OFFPRINT_LONG: '1' },
    },
  );
  console.log(`Pictures are in ${relative(ROOT, FOLDER)}.`);
});
