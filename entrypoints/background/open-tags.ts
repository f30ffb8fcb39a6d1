import { browser } from '#imports';

/** A small window: as wide as the popup, and no taller than what a tag needs. */
const SIZE = { width: 420, height: 560 };

/** Shows a paper's page at its tags, in a window of its own. */
export async function openTags(id: string): Promise<void> {
  const url = browser.runtime.getURL(`/sidepanel.html#/paper/${encodeURIComponent(id)}/tags`);
  await browser.windows.create({ url, type: 'popup', ...SIZE });
}
