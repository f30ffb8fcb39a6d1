/**
 * Messages in the form of @webext-core/messaging, which all other parts use, without the library itself: it would be an
 * eighth of what every listing loads.
 */
import { browser } from '#imports';
import type { sendMessage } from '@/utils/messages';

type ToWorker = 'saveCards' | 'unsaveCards' | 'sightCards' | 'undoOnListing' | 'tagPaper' | 'reportHealth';
type ToListing = 'libraryChanged' | 'pageState' | 'saveAllCards';
type Data<T extends ToWorker | ToListing> = Parameters<typeof sendMessage<T>>[1];
type Answer<T extends ToWorker | ToListing> = Awaited<ReturnType<typeof sendMessage<T>>>;

interface Message {
  type: ToListing;
  data: never;
}

/** What the worker answers. Rejects if it does not: it may have been stopped. */
export async function send<T extends ToWorker>(type: T, data: Data<T>): Promise<Answer<T>> {
  const answer = await browser.runtime.sendMessage({ type, data, timestamp: Date.now() });
  if (!answer || answer.err !== undefined) throw new Error(`no answer to ${type}`);
  return answer.res;
}

/** Answers what the worker and our pages ask of a listing. */
export function receive(answers: { [T in ToListing]: (data: Data<T>) => unknown }): void {
  browser.runtime.onMessage.addListener(({ type, data }: Message, _, respond) => {
    if (!Object.hasOwn(answers, type)) return undefined;
    const work = async () => answers[type](data);
    work().then(
      (res) => respond({ res }),
      (error) => respond({ err: String(error) }),
    );
    return true; // the answer comes later
  });
}
