import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';

/** No browser tells of this on all versions that we run in, so it is asked while the page is looked at (ms). */
const ASK_MS = 1000;

/** Whether our button is pinned to the toolbar; undefined where the browser does not tell. */
export function usePinned(): boolean | undefined {
  const [pinned, setPinned] = useState<boolean>();
  useEffect(() => {
    if (pinned) return;
    let stale = false;
    const ask = async () => {
      const settings = await browser.action.getUserSettings?.().catch(() => undefined);
      if (!stale) setPinned(settings?.isOnToolbar);
    };
    void ask();
    const timer = setInterval(() => document.visibilityState === 'visible' && void ask(), ASK_MS);
    return () => {
      stale = true;
      clearInterval(timer);
    };
  }, [pinned]);
  return pinned;
}
