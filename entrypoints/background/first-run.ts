import { browser } from '#imports';

/**
 * Opens the page of the first run when Offprint was installed, and not after an update of it or of the browser. Whoever
 * loads it unpacked may do so again and again, and is not taken away from the page in front.
 */
export function greet(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') open().catch((error) => console.warn('[offprint]', error));
  });
}

async function open(): Promise<void> {
  const { installType } = await browser.management.getSelf();
  await browser.tabs.create({
    url: browser.runtime.getURL('/welcome.html'),
    active: installType !== 'development',
  });
}
