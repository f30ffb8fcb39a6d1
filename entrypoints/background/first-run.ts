import { browser } from '#imports';

/** Opens the page of the first run when Offprint was installed, and not after an update of it or of the browser. */
export function greet(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    const url = browser.runtime.getURL('/welcome.html');
    browser.tabs.create({ url }).catch((error) => console.warn('[offprint]', error));
  });
}
