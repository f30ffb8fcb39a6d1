import { browser } from '#imports';

/**
 * What the page in a tab answers when it is asked for its papers; undefined if the browser does not let us look, or if our
 * script fails there. The cards are unchecked.
 */
export async function cardsOnTab(tab: number): Promise<unknown[] | undefined> {
  try {
    const [injected] = await browser.scripting.executeScript({
      target: { tabId: tab },
      files: ['/collect.js'],
    });
    return Array.isArray(injected?.result) ? injected.result : undefined;
  } catch {
    return undefined;
  }
}
