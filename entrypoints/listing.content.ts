/** What all listings share. It runs after the script of the page's site, which hands it the reader (wxt.config.ts). */
import { defineContentScript } from '#imports';
import { givenSite } from './listing/given-site';
import { watchListing } from './listing/watch-listing';

export default defineContentScript({
  registration: 'runtime',
  main: () => watchListing(givenSite()),
});
