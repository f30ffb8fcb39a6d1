/** `node scripts/icons.mjs`: draws the PNG icons, which WXT puts into the manifest, from icon.svg. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { orComplain } from './lib/complain.mjs';
import { ensureChromium, IS_ROOT } from './lib/install-browser.mjs';
import { ICONS } from './lib/paths.mjs';

const SIZES = [16, 32, 48, 96, 128];

await orComplain(async () => {
  const svg = await readFile(join(ICONS, 'icon.svg'), 'utf8');
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    chromiumSandbox: !IS_ROOT,
  });
  try {
    const page = await browser.newPage();
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size });
      await page.screenshot({ path: join(ICONS, `${size}.png`), omitBackground: true });
    }
  } finally {
    await browser.close();
  }
});
