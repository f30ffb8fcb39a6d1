/** Wiring of a listing page: find its site, wait until it is quiet, then keep buttons on its cards. */
import { defineContentScript } from '#imports';
import { SITES, siteOf } from '@/utils/sites';
import { createListing } from './listing';
import { whenQuiet } from './when-quiet';

export default defineContentScript({
  matches: SITES.flatMap((site) => site.matches),
  runAt: 'document_idle',
  async main(ctx) {
    const site = siteOf(new URL(location.href));
    if (!site) return;
    await whenQuiet(document);
    if (ctx.isValid) createListing(ctx, document, site);
  },
});
