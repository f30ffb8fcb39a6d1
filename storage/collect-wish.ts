/**
 * The wish to collect a tab's papers, on its way from the context menu to the side panel, which may not be open yet: so
 * it waits in the browser's session, where no message could.
 */
import { browser } from '#imports';

export interface CollectWish {
  tab: number;
  /** The window of the tab: panels of others are not meant. */
  window: number;
  /** When it was wished: a moment (ISO). */
  at: string;
}

const KEY = 'collect';
/** A wish that no panel took up at once was none: a panel opened later is opened for something else. */
const FRESH_MS = 10_000;

/** Leaves a wish for the side panel. */
export async function wishToCollect(wish: CollectWish): Promise<void> {
  await browser.storage.session.set({ [KEY]: wish });
}

/** Hears the wish that waits in a window, and every later one there; returns a function that stops listening. */
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
