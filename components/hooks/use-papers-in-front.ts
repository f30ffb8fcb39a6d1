import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';
import { askTab } from '@/components/browser/ask-tab';
import { collectFromTab } from '@/components/browser/collect-from-tab';
import { tabInFront } from '@/components/browser/tab-in-front';
import { useOnce } from './use-once';

/**
 * How many papers the page in front has; 0 if it has none, or if we may not look. A popup may: its opening is a press on
 * our button. A panel stays while other pages come to the front, so they are asked, too.
 */
export function usePapersInFront(): number {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const again = () => setAsked((count) => count + 1);
    const loaded = (_: number, { status }: { status?: string | undefined }) => {
      if (status === 'complete') again();
    };
    browser.tabs.onActivated.addListener(again);
    browser.tabs.onUpdated.addListener(loaded);
    return () => {
      browser.tabs.onActivated.removeListener(again);
      browser.tabs.onUpdated.removeListener(loaded);
    };
  }, []);
  return useOnce(count, [asked]) ?? 0;
}

async function count(): Promise<number> {
  const tab = await tabInFront();
  if (tab?.id === undefined) return 0;
  // A listing knows its cards; any other page has to be read.
  const listed = await askTab('pageState', tab.id).catch(() => undefined);
  if (listed && listed.cards > 0) return listed.cards;
  return (await collectFromTab(tab.id))?.length ?? 0;
}
