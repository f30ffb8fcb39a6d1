import { browser } from '#imports';

/** Opens addresses in tabs behind the one in front, in their order. */
export async function openTabs(addresses: readonly string[]): Promise<void> {
  for (const url of addresses) await browser.tabs.create({ url, active: false });
}
