/**
 * Serves listing pages of our own making under the true addresses of their sites, so that content scripts run on
 * them and nothing reaches the network. The first line of such a file is a comment that holds its address.
 */

import { readFile } from 'node:fs/promises';
import { SAMPLE_LISTING } from './paths.mjs';

/** @import { BrowserContext } from '@playwright/test' */

/**
 * From now on these listings are all that there is of the web.
 *
 * @param {BrowserContext} context
 * @param {readonly string[]} [files]
 * @returns {Promise<string[]>} their addresses
 */
export async function serveListings(context, files = [SAMPLE_LISTING]) {
  await context.route(/^https?:/, (route) => route.abort('internetdisconnected'));
  return Promise.all(files.map((file) => serveListing(context, file)));
}

/**
 * @param {BrowserContext} context
 * @param {string} file
 * @returns {Promise<string>} its address
 */
async function serveListing(context, file) {
  const body = await readFile(file, 'utf8');
  const [firstLine = ''] = body.split('\n', 1);
  const address = /https:[^\s>]+/.exec(firstLine)?.[0];
  if (!address) throw new Error(`${file} must begin with a comment that holds the address of the page.`);
  await context.route(
    (url) => url.href === address,
    (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  );
  return address;
}
