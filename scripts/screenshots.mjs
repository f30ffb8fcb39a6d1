/** `npm run screenshots`: makes the pictures of the README from the sample listing. */

import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buildForChrome } from './lib/build.mjs';
import { orComplain } from './lib/complain.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureChromium } from './lib/install-browser.mjs';
import { README_PICTURES, ROOT } from './lib/paths.mjs';

/** @import { Page } from '@playwright/test' */

/** Finds several papers of the sample listing. */
const QUERY = 'language';
/** A page that no site of ours knows. */
const COLLECTED = join(ROOT, 'tests/fixtures/collect/github-awesome.html');
const LISTING_SIZE = { width: 1200, height: 800 };
const PANEL_SIZE = { width: 400, height: 640 };

await orComplain(async () => {
  await ensureDependencies();
  const { launch } = await import('./lib/launch.mjs');
  const { serveListings } = await import('./lib/sample-listing.mjs');
  const { openListing, openOwnPage, saveAll, saveCard, search } = await import('./lib/visit.mjs');

  const executablePath = await ensureChromium();
  await buildForChrome();
  await mkdir(README_PICTURES, { recursive: true });
  const { context, extensionId } = await launch({ executablePath, viewport: LISTING_SIZE });
  try {
    const [address = ''] = await serveListings(context);
    const listing = await openListing(context, address);
    await saveCard(listing, 0);
    await picture(listing, 'listing');
    await saveAll(listing);

    const panel = await openOwnPage(context, extensionId, 'sidepanel.html', PANEL_SIZE);
    await search(panel, QUERY);
    await picture(panel, 'side-panel-light');
    await panel.emulateMedia({ colorScheme: 'dark' });
    await picture(panel, 'side-panel-dark');

    // A saved page, read like an open one: the list to choose from is the same.
    const chosen = await openOwnPage(context, extensionId, 'sidepanel.html', PANEL_SIZE);
    await chosen.getByRole('button', { name: 'Import', exact: true }).click();
    await chosen.locator('input[type=file]').setInputFiles(COLLECTED);
    await chosen.getByRole('button', { name: /^Import \d+ papers/ }).waitFor();
    await picture(chosen, 'collect');
  } finally {
    await context.close();
  }
});

/**
 * @param {Page} page
 * @param {string} name
 */
async function picture(page, name) {
  const path = join(README_PICTURES, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  console.log(relative(ROOT, path));
}
