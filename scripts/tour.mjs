/**
 * A walk through the whole of Offprint without a display or a network: save, find, export. It leaves numbered
 * pictures and the exported library, so that a person (or CI) can look at what the extension does.
 */

import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { sentence } from './lib/complain.mjs';
import { launch } from './lib/launch.mjs';
import { ROOT, TOUR_OUTPUT } from './lib/paths.mjs';
import { serveListings } from './lib/sample-listing.mjs';
import { PATIENCE } from './lib/until.mjs';
import { exportJson, openListing, openOwnPage, saveAll, saveCard, search } from './lib/visit.mjs';

/** @import { Page } from '@playwright/test' */

/** Stands in one abstract of the sample listing and nowhere else. */
const RARE_WORD = 'zeptonewton';

/**
 * @param {string} executablePath the browser
 * @returns {Promise<void>} rejects with one sentence at the first step that fails
 */
export async function tour(executablePath) {
  await rm(TOUR_OUTPUT, { recursive: true, force: true });
  await mkdir(TOUR_OUTPUT, { recursive: true });
  const { context, extensionId } = await launch({ executablePath });
  context.setDefaultTimeout(PATIENCE);
  try {
    const [address = ''] = await serveListings(context);
    const listing = await step(`Open the sample listing as ${address}`, () => openListing(context, address));
    await step('Press Save on two papers', async () => {
      await saveCard(listing, 0);
      await saveCard(listing, 1);
    });
    await picture(listing, '1-two-saved');
    const saved = await step('Press Save all', () => saveAll(listing));
    await picture(listing, '2-all-saved');

    const popup = await step('Open the popup', () =>
      openOwnPage(context, extensionId, 'popup.html', { width: 400, height: 600 }),
    );
    await picture(popup, '3-popup');
    const panel = await step('Open the side panel', () =>
      openOwnPage(context, extensionId, 'sidepanel.html', { width: 400, height: 720 }),
    );
    await picture(panel, '4-side-panel');

    await step('Switch the network off', () => context.setOffline(true));
    const [title] = await step(`Search "${RARE_WORD}"`, () => search(panel, RARE_WORD, 1));
    console.log(`   found: ${title}`);
    await picture(panel, '5-found-offline');
    const file = join(TOUR_OUTPUT, '6-library.json');
    const exported = await step('Export the library as JSON', () => exportJson(panel, file));
    if (exported !== saved) throw new Error(`${saved} papers were saved, but ${exported} were exported.`);
    leaves(file);
    console.log(`\nThe tour went well: ${saved} papers saved, found offline and exported.`);
  } finally {
    await context.close();
  }
}

/**
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} act
 * @returns {Promise<T>}
 */
async function step(what, act) {
  console.log(`• ${what}`);
  try {
    return await act();
  } catch (error) {
    throw new Error(`the tour stopped at "${what}": ${sentence(error)}.`, { cause: error });
  }
}

/**
 * @param {Page} page
 * @param {string} name
 */
async function picture(page, name) {
  const path = join(TOUR_OUTPUT, `${name}.png`);
  await page.screenshot({ path });
  leaves(path);
}

/** @param {string} file */
function leaves(file) {
  console.log(`   → ${relative(ROOT, file)}`);
}
