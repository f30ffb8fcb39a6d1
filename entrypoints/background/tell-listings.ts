import { browser } from '#imports';
import { sendMessage } from '@/utils/messages';

/**
 * Tells every listing page that the library changed. All tabs are told because knowing which of them are listings
 * would need the right to read their addresses; those without our content script do not answer.
 */
export async function tellListings(): Promise<void> {
  for (const tab of await browser.tabs.query({})) {
    if (tab.id !== undefined) void sendMessage('libraryChanged', undefined, tab.id).catch(() => undefined);
  }
}
