/** What every end-to-end test starts from: a browser with the real extension, and listings under their true addresses. */
import { readFile } from 'node:fs/promises';
import { type BrowserContext, test as base, type Locator, type Page } from '@playwright/test';
import { launch } from '@/scripts/lib/launch.mjs';
import { cardButtons, SAVE } from '@/scripts/lib/press.mjs';
import { serveListings } from '@/scripts/lib/sample-listing.mjs';
import { until } from '@/scripts/lib/until.mjs';

/** The fixtures of `tests/fixtures/huggingface` by the address they are served under. */
export const DAILY = 'https://huggingface.co/papers/date/2026-09-28';
export const SEARCH = 'https://huggingface.co/papers?q=state+space+models';
export const WEEK = 'https://huggingface.co/papers/week/2026-W39';
export const MONTH = 'https://huggingface.co/papers/month/2026-09';
export const TRENDING = 'https://huggingface.co/papers/trending';
export const PAPER = 'https://huggingface.co/papers/2609.28411';
export const HOSTILE = 'https://huggingface.co/papers/date/2026-09-27';
const FIXTURES = [
  'daily-2026',
  'daily-2024',
  'search-2026',
  'week-2026',
  'month-2026',
  'trending-2026',
  'paper-2026',
  'hostile',
].map((name) => `tests/fixtures/huggingface/${name}.html`);

interface Offprint {
  context: BrowserContext;
  extensionId: string;
  /** Opens a listing and waits for its buttons; answers with the page. */
  openListing(address: string): Promise<Page>;
  openPanel(): Promise<Page>;
}

export const test = base.extend<{ offprint: Offprint }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first parameter
  offprint: async ({}, use) => {
    const { context, extensionId } = await launch();
    await serveListings(context, FIXTURES);
    await use({
      context,
      extensionId,
      async openListing(address) {
        const page = await context.newPage();
        await page.goto(address);
        await until(async () => (await cardButtons(page)).length > 0, `no buttons on ${address}`);
        return page;
      },
      async openPanel() {
        const page = await context.newPage();
        await page.setViewportSize({ width: 400, height: 700 });
        await page.goto(`chrome-extension://${extensionId}/sidepanel.html`);
        return page;
      },
    });
    await context.close();
  },
});

export { expect } from '@playwright/test';

/** The export of an open panel, parsed. */
export async function exportedJson(panel: Page, name = 'JSON'): Promise<unknown> {
  await panel.getByRole('button', { name: 'Export' }).click();
  const download = panel.waitForEvent('download');
  await panel.getByRole('menuitem', { name, exact: true }).click();
  return JSON.parse(await readFile(await (await download).path(), 'utf8'));
}

/** Chooses from the menu of a paper's row. */
export async function chooseInRow(row: Locator, item: string | RegExp): Promise<void> {
  await row.hover();
  await row.getByRole('button', { name: 'More', exact: true }).click();
  await row.getByRole('menuitem', { name: item }).click();
}

/** How many cards of the page still offer to be saved. */
export async function unsaved(page: Page): Promise<number> {
  return (await cardButtons(page)).filter((name) => name.startsWith(SAVE)).length;
}
