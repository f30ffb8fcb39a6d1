/** Wiring of a listing page: wait until it is quiet, keep buttons on its cards, answer the popup. */
import { onMessage, sendMessage } from '@/utils/messages';
import type { PaperCard } from '@/utils/paper/schema';
import { health } from '@/utils/reading/sites/health';
import type { Site } from '@/utils/reading/sites/site';
import { isAlive } from './context';
import { createListing } from './listing';
import { whenQuiet } from './when-quiet';

/** Runs on a page of `site` until the page is left. */
export async function watchListing(site: Site): Promise<void> {
  await whenQuiet(document);
  if (!isAlive()) return;
  let read: readonly PaperCard[] = [];
  const checked = () => health(site.mentioned(document), read);
  const listing = createListing(document, site, (cards) => {
    read = cards;
    void sendMessage('reportHealth', checked()).catch(() => undefined); // only the badge would miss it
  });
  onMessage('libraryChanged', ({ data }) => listing.changed(data));
  onMessage('pageState', () => ({ ...listing.state(), health: checked() }));
  onMessage('saveAllCards', listing.saveAll);
}
