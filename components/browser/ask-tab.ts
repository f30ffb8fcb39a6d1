import { browser } from '#imports';
import type { sendMessage } from '@/utils/messages';

type ToTab = 'libraryChanged' | 'pageState' | 'saveAllCards';
type Data<T extends ToTab> = Parameters<typeof sendMessage<T>>[1];
type Answer<T extends ToTab> = Awaited<ReturnType<typeof sendMessage<T>>>;

/**
 * What Offprint's script in a tab answers; rejects where there is none. The messaging library's own call leaves
 * Chrome's `lastError` unread, and the console tells that for every tab without the script.
 */
export async function askTab<T extends ToTab>(type: T, tab: number, data?: Data<T>): Promise<Answer<T>> {
  const answer: { res?: Answer<T>; err?: unknown } | undefined = await browser.tabs.sendMessage(tab, {
    type,
    data,
    timestamp: Date.now(), // without it the library takes no message for one of its own
  });
  if (!answer || answer.err !== undefined) throw new Error(`No answer to ${type}`, { cause: answer?.err });
  return answer.res as Answer<T>;
}
