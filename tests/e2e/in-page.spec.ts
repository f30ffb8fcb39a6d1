/** Pages that change their address without a load: what they showed before is not told of the new address. */
import type { Page } from '@playwright/test';
import { waitForButton } from '@/scripts/lib/closed-roots.mjs';
import { pressByName, pressCard, SAVE, SAVED } from '@/scripts/lib/press.mjs';
import { ONLY_LONG } from '@/tests/long';
import { ExportFile } from '@/utils/paper/schema';
import { DAILY, expect, exportedJson, PAPER, test } from './offprint';

const NEXT_DAY = 'https://huggingface.co/papers/date/2026-09-29';
const TRENDING_PAGE = 'https://huggingface.co/papers/trending';

async function exported(panel: Page) {
  return ExportFile.parse(await exportedJson(panel)).papers;
}

/** The page goes to another address, and touches each card on the way, as a list does that waits for the next one. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    for (const card of document.querySelectorAll('article, h1')) card.append(document.createElement('i'));
  }, address);
  await page.waitForTimeout(600); // it is read again, told and written
}

test(
  'a list that goes to another day leaves its papers on the day before, and files what comes then',
  ONLY_LONG,
  async ({ offprint }) => {
    const page = await offprint.openListing(DAILY);
    await pressCard(page, page.locator('article').first(), SAVE);
    await waitForButton(page, SAVED);
    await goTo(page, NEXT_DAY);
    for (let number = 0; number < 9; number++) await goTo(page, `${TRENDING_PAGE}?${number}`);
    const panel = await offprint.openPanel();
    const sources = async () =>
      (await exported(panel))[0]?.sources.map(({ url, listedAt }) => [url, listedAt]);
    expect(await sources()).toEqual([[DAILY, '2026-09-28']]);

    // Once the list is drawn anew, the paper stands on the other day, too.
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      const card = document.querySelector('article') as Element;
      const anew = card.cloneNode(true) as Element;
      anew.querySelector('offprint-save')?.remove();
      card.replaceWith(anew);
    }, NEXT_DAY);
    await expect.poll(sources).toEqual([
      [DAILY, '2026-09-28'],
      [NEXT_DAY, '2026-09-29'],
    ]);

    // A press is undone on the page as it is by now.
    await pressCard(page, page.locator('article').nth(1), SAVE);
    await expect.poll(async () => (await exported(panel)).length).toBe(2);
    await pressByName(page, 'Undo');
    await expect.poll(async () => (await exported(panel)).length).toBe(1);
  },
);

test('a paper’s own page that goes to another paper gives that one none of its words', async ({
  offprint,
}) => {
  const listing = await offprint.openListing(DAILY);
  const other = listing
    .locator('article')
    .filter({ hasNot: listing.locator('a[href$="2609.28411"]') })
    .first();
  await pressCard(listing, other, SAVE);
  await waitForButton(listing, SAVED);
  const panel = await offprint.openPanel();
  const [before] = await exported(panel);
  const own = await offprint.openListing(PAPER);
  await goTo(own, `https://huggingface.co/papers/${before?.identifiers.arxiv}`);
  expect(await exported(panel)).toEqual([before]);
  // What the button names is the paper that the page still shows.
  const title = await own.locator('h1').first().innerText();
  await waitForButton(own, `${SAVE}: ${title}`);
});
