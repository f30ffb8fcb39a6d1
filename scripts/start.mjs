/**
 * `npm start`: from a fresh clone to the extension at work. Installs what is absent, builds, and opens a browser
 * on Daily Papers; where nobody could see a window (or with `-- --tour`), walks through it headless instead.
 */

import { orComplain } from './lib/complain.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';

await orComplain(async () => {
  await ensureDependencies();
  // Only now, because these import what was just installed.
  const { buildForChrome } = await import('./lib/build.mjs');
  const { ensureChromium } = await import('./lib/install-browser.mjs');
  const { hasDisplay, openWindow } = await import('./lib/visible.mjs');
  const { tour } = await import('./tour.mjs');

  const browser = await ensureChromium();
  await buildForChrome();
  if (hasDisplay() && !process.argv.includes('--tour')) await openWindow(browser);
  else await tour(browser);
});
