/**
 * The request to collect a tab's papers, on its way from the context menu to the side panel. The panel may not be open
 * yet, so the request waits in session storage: a message would be lost.
 */
import { browser } from '#imports';

export interface CollectWish {
  tab: number;
  /** The tab's window. Panels of other windows ignore the request. */
  window: number;
  /** When it was made (ISO). */
  at: string;
}

const KEY = 'collect';
/** A request that no panel took up at once expires (ms): a panel opened later was opened for something else. */
const FRESH_MS = 10_000;

/** Leaves a request for the side panel. */
export async function wishToCollect(wish: CollectWish): Promise<void> {
  await browser.storage.session.set({ [KEY]: wish });
}

/** Hears the request that waits for this window, and every later one. Returns a function that stops listening. */
export function onCollectWish(window: number, hear: (wish: CollectWish) => void): () => void {
  let listening = true;
  const take = (value: unknown) => {
    const wish = value as CollectWish | undefined;
    if (!listening || wish?.window !== window || Date.now() - Date.parse(wish.at) > FRESH_MS) return;
    void browser.storage.session.remove(KEY);
    hear(wish);
  };
  const listen = (changes: Record<string, { newValue?: unknown }>) => take(changes[KEY]?.newValue);
  browser.storage.session.onChanged.addListener(listen);
  void browser.storage.session.get(KEY).then((stored) => take(stored[KEY]));
  return () => {
    listening = false;
    browser.storage.session.onChanged.removeListener(listen);
  };
}
