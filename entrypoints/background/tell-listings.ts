import { browser } from '#imports';
import { askTab } from '@/components/browser/ask-tab';

/**
 * Tells every listing page that the library changed. All tabs are told because knowing which of them are listings
 * would need the right to read their addresses; those without our content script do not answer.
 */
export async function tellListings(): Promise<void> {
  for (const tab of await browser.tabs.query({})) {
    if (tab.id !== undefined) void askTab('libraryChanged', tab.id).catch(() => undefined);
  }
}
