/** The badge of the toolbar button: how many papers were saved today, or that a page cannot be read. */
import { browser } from '#imports';
import { countSavedSince } from '@/storage/counts';
import type { OffprintDatabase } from '@/storage/database';
import type { Sender } from './sender';

const ACCENT = '#1f5f8b';
const AMBER = '#b26a00';

/** Shows the number of papers saved since midnight, local time; nothing for none. */
export async function showSavedToday(db: OffprintDatabase): Promise<void> {
  const midnight = new Date().setHours(0, 0, 0, 0);
  const count = await countSavedSince(db, new Date(midnight).toISOString());
  await browser.action.setBadgeBackgroundColor({ color: ACCENT });
  await browser.action.setBadgeText({ text: count === 0 ? '' : count > 999 ? '999+' : String(count) });
}

/** Shows in the sender's tab, until it navigates, that its page cannot be read. */
export async function showHealth({ tab }: Sender, healthy: boolean): Promise<void> {
  if (tab?.id === undefined) return;
  await browser.action.setBadgeBackgroundColor({ tabId: tab.id, color: healthy ? ACCENT : AMBER });
  // null restores the general text for the tab: https://developer.chrome.com/docs/extensions/reference/api/action
  await browser.action.setBadgeText({ tabId: tab.id, text: healthy ? (null as unknown as string) : '!' });
}
