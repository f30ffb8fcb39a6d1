import { useEffect } from 'preact/hooks';
import { browser } from '#imports';
import { type CollectWish, onCollectWish } from '@/storage/collect-wish';

/** Hears wishes from the context menus of this window's pages to collect their papers, on a page that can. */
export function useCollectWish(able: boolean, onWish: (wish: CollectWish) => void): void {
  useEffect(() => {
    if (!able) return;
    let gone = false;
    let stop = () => {};
    void browser.windows.getCurrent().then(({ id }) => {
      if (!gone && id !== undefined) stop = onCollectWish(id, onWish);
    });
    return () => {
      gone = true;
      stop();
    };
  }, []);
}
