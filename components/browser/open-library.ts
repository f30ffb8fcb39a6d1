import { browser } from '#imports';

/**
 * Brings the full page to the front, where `hash` leads, if given. One that is open is used: the browser lets an extension
 * find tabs with its own pages without any right.
 */
export async function openLibrary(hash = ''): Promise<void> {
  const page = browser.runtime.getURL('/library.html');
  const [open] = await browser.tabs.query({ url: `${page}*` }).catch(() => []);
  if (open?.id === undefined) {
    await browser.tabs.create({ url: page + hash });
    return;
  }
  await browser.tabs.update(open.id, { active: true, ...(hash && { url: page + hash }) });
  await browser.windows.update(open.windowId, { focused: true });
}
