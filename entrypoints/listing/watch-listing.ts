/** Wiring of a listing page: wait until it is quiet, keep buttons on its cards, answer the popup. */
import type { PaperCard } from '@/utils/paper/schema';
import { health } from '@/utils/reading/sites/health';
import type { Site } from '@/utils/reading/sites/site';
import { createListing } from './listing';
import { isAlive } from './page/context';
import { receive, send } from './page/messages';
import { whenQuiet } from './when-quiet';

/** Runs on a page of `site` until the page is left. */
export async function watchListing(site: Site): Promise<void> {
  await whenQuiet(document);
  if (!isAlive()) return;
  let read: readonly PaperCard[] = [];
  const checked = () => health(site.mentioned(document), read);
  const listing = createListing(document, site, (cards) => {
    read = cards;
    void send('reportHealth', checked()).catch(() => undefined); // only the badge would miss it
  });
  // Back may bring a page that was put away, and heard nothing meanwhile.
  addEventListener('pageshow', ({ persisted }) => persisted && listing.changed());
  receive({
    libraryChanged: listing.changed,
    pageState: () => ({ ...listing.state(), health: checked() }),
    saveAllCards: listing.saveAll,
  });
}
