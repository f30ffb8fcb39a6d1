/** Wiring of a listing page: find its site, wait until it is quiet, keep buttons on its cards, answer the popup. */
import { defineContentScript } from '#imports';
import { onMessage, sendMessage } from '@/utils/messages';
import type { PaperCard } from '@/utils/paper';
import { SITES, siteOf } from '@/utils/sites';
import { health } from '@/utils/sites/health';
import { scrub } from '@/utils/sites/scrub';
import { isAlive } from './context';
import { createListing } from './listing';
import { whenQuiet } from './when-quiet';

export default defineContentScript({
  matches: SITES.flatMap((site) => site.matches),
  runAt: 'document_idle',
  async main() {
    const site = siteOf(new URL(location.href));
    if (!site) return;
    await whenQuiet(document);
    if (!isAlive()) return;
    let read: readonly PaperCard[] = [];
    const checked = () => health(site.mentioned(document), read);
    const listing = createListing(document, site, (cards) => {
      read = cards;
      void sendMessage('reportHealth', checked()).catch(() => undefined); // only the badge would miss it
    });
    onMessage('libraryChanged', listing.askSoon);
    onMessage('pageState', () => ({ ...listing.state(), health: checked() }));
    onMessage('saveAllCards', listing.saveAll);
    onMessage('pageReport', () => scrub(document, new URL(location.href)));
  },
});
