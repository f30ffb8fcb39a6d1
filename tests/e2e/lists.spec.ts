import { waitForButton } from '@/scripts/lib/closed-roots.mjs';
import { cardButtons, pressByName, pressCard, SAVE, SAVE_ALL, SAVED } from '@/scripts/lib/press.mjs';
import { ONLY_LONG } from '@/tests/long';
import { ExportFile } from '@/utils/paper/schema';
import {
  DAILY,
  expect,
  exportedJson,
  HOSTILE,
  MONTH,
  PAPER,
  TRENDING,
  test,
  unsaved,
  WEEK,
} from './offprint';

/** Stands on the day, week, month and trending fixtures, and has a page of its own. */
const EVERYWHERE = 'arxiv:2609.28411';

test(
  'a paper met on every list and on its own page is one record with all sightings',
  ONLY_LONG,
  async ({ offprint }) => {
    for (const address of [WEEK, DAILY, MONTH, TRENDING]) {
      const listing = await offprint.openListing(address);
      await pressByName(listing, SAVE_ALL);
      await expect.poll(() => unsaved(listing), { message: address }).toBe(0);
      await listing.close();
    }
    const own = await offprint.context.newPage();
    await own.goto(PAPER);
    await waitForButton(own, SAVED);
    const panel = await offprint.openPanel();
    await expect(panel.getByRole('status')).toContainText('papers');
    const { papers } = ExportFile.parse(await exportedJson(panel));
    const paper = papers.find(({ id }) => id === EVERYWHERE);
    expect(paper?.sources.map(({ url }) => url).sort()).toEqual([WEEK, DAILY, MONTH, TRENDING, PAPER].sort());
    expect(paper?.sources.find(({ url }) => url === MONTH)?.listedAt).toBe('2026-09');
    expect(papers.filter(({ title }) => title === paper?.title)).toHaveLength(1);
  },
);

test('one button per trending card, though its paper stands there twice', ONLY_LONG, async ({ offprint }) => {
  const listing = await offprint.openListing(TRENDING);
  expect(await cardButtons(listing)).toHaveLength(await listing.locator('article').count());
});

test('a page that is not understood says so in the badge and offers a report without its texts', async ({
  offprint,
}) => {
  const listing = await offprint.openListing(HOSTILE);
  const [worker] = offprint.context.serviceWorkers();
  const badge = () =>
    worker?.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          tabs: { query(q: object): Promise<{ id: number; url?: string }[]> };
          action: { getBadgeText(q: object): Promise<string> };
        };
      };
      const texts = await Promise.all(
        (await chrome.tabs.query({})).map(({ id }) => chrome.action.getBadgeText({ tabId: id })),
      );
      return texts.join('');
    });
  await expect.poll(badge).toContain('!');

  // The popup asks the active tab; opened as a tab itself, it is told which tab that is.
  const popup = await offprint.context.newPage();
  await popup.addInitScript(() => {
    navigator.clipboard.writeText = async (text) => void Object.assign(globalThis, { copied: text });
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { query(q: object): Promise<{ id: number; active: boolean }[]> } };
    };
    const query = chrome.tabs.query.bind(chrome.tabs);
    chrome.tabs.query = async (filter) =>
      'active' in filter
        ? (await query({})).filter(({ id }) => id !== undefined).slice(-2, -1)
        : query(filter);
  });
  await popup.goto(`chrome-extension://${offprint.extensionId}/popup.html`);
  const bar = popup.getByRole('region', { name: 'This page' });
  await expect(bar).toContainText('6 cards, 0 saved');
  await expect(bar).toContainText('understands only 6 of the 8 papers');
  await bar.getByRole('button', { name: 'Copy a report' }).click();
  await expect(bar.getByRole('button', { name: 'Copied' })).toBeVisible();
  const report = await popup.evaluate(() => (globalThis as unknown as { copied: string }).copied);
  expect(report).toContain('<article');
  const titles = (await listing.locator('h3').allTextContents()).join(' ');
  const words = titles.match(/[a-z]{5,}/gi)?.filter((word) => word !== 'papers') ?? [];
  expect(words.length).toBeGreaterThan(10);
  expect(
    words.filter((word) => new RegExp(`\\b${word}\\b`).test(report.replace(/class="[^"]*"/g, ''))),
  ).toEqual([]);

  await bar.getByRole('button', { name: 'Save all 6' }).click();
  await expect(bar).toContainText('6 cards, 6 saved');
  expect(await unsaved(listing)).toBe(0);
});

test('the badge counts what was saved today', ONLY_LONG, async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  await pressCard(listing, listing.locator('article').first(), SAVE);
  await waitForButton(listing, SAVED);
  const [worker] = offprint.context.serviceWorkers();
  const badge = () =>
    worker?.evaluate(() =>
      (
        globalThis as unknown as { chrome: { action: { getBadgeText(q: object): Promise<string> } } }
      ).chrome.action.getBadgeText({}),
    );
  await expect.poll(badge).toBe('1');
});
