import { browser } from '#imports';

/** The structure of the page in a tab, without its texts. Rejects if the page is gone or may not be read. */
export async function pageReport(tab: number): Promise<string> {
  const [injected] = await browser.scripting.executeScript({ target: { tabId: tab }, files: ['/report.js'] });
  if (typeof injected?.result !== 'string') throw new Error('the page gave no report');
  return injected.result;
}
