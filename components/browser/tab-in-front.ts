import { type Browser, browser } from '#imports';

/** The tab that a popup was opened over. */
let kept: Promise<Browser.tabs.Tab | undefined> | undefined;

/** From now on the tab is meant that is in front now, though another comes to the front: a popup is about one page. */
export function keepTab(): void {
  kept = activeTab();
}

/** The tab that the person means; undefined if the browser tells of none. */
export async function tabInFront(): Promise<Browser.tabs.Tab | undefined> {
  const tab = await kept;
  // Where the popup's page was opened as a tab, that tab is not what is meant.
  return tab && !tab.url?.startsWith(browser.runtime.getURL('/')) ? tab : activeTab();
}

async function activeTab(): Promise<Browser.tabs.Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}
