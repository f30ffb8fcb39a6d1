/** Collecting the papers of any page by the popup. */
import type { BrowserContext, Page } from '@playwright/test';
import { openPopup } from '@/scripts/lib/popup.mjs';
import { until } from '@/scripts/lib/until.mjs';

/** Opens a page that is served under `address`. */
export async function openServed(
  context: BrowserContext,
  address: string,
  body: string,
  contentType = 'text/html',
): Promise<Page> {
  await context.route(
    (url) => url.href === address,
    (route) => route.fulfill({ contentType, body }),
  );
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** The popup over a page, once it has told what it found there. */
export async function collectOn(context: BrowserContext, extensionId: string, page: Page) {
  const popup = await openPopup(context, extensionId, page);
  await popup.press('Collect');
  await until(async () => /Save \d+ paper|Look again/.test(await popup.text()), 'nothing was collected');
  return popup;
}

/** Closes a popup as a click elsewhere does; the next one is another. */
export async function dismiss(popup: { evaluate(expression: string): Promise<unknown> }): Promise<void> {
  await popup.evaluate('setTimeout(() => window.close())');
}
