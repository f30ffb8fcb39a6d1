import { waitForButton } from '@/scripts/lib/closed-roots.mjs';
import { pressByName, pressCard, SAVE, SAVE_ALL, SAVED } from '@/scripts/lib/press.mjs';
import { stopWorker } from '@/scripts/lib/stop-worker.mjs';
import { search } from '@/scripts/lib/visit.mjs';
import { ONLY_LONG } from '@/tests/long';
import { ExportFile } from '@/utils/paper/schema';
import { DAILY, expect, exportedJson, SEARCH, test, unsaved } from './offprint';

const CARDS = 32;

test('save one, save all, reload, go offline, find by a word of an abstract, open, export', async ({
  offprint,
}) => {
  const listing = await offprint.openListing(DAILY);
  const first = listing.locator('article').first();
  await pressCard(listing, first, SAVE);
  await waitForButton(listing, SAVED, first);
  expect(await unsaved(listing)).toBe(CARDS - 1);

  await pressByName(listing, SAVE_ALL);
  await expect.poll(() => unsaved(listing)).toBe(0);
  await listing.reload();
  await waitForButton(listing, SAVED, first);
  await expect.poll(() => unsaved(listing)).toBe(0);

  await offprint.context.setOffline(true);
  await offprint.context.route('https://arxiv.org/**', (route) => route.fulfill({ body: 'the paper' }));
  const panel = await offprint.openPanel();
  await expect(panel.getByRole('status')).toHaveText(`${CARDS} papers`);
  const onPage = (await listing.locator('article h3').allTextContents()).map((title) => title.trim());
  const titles = panel.getByRole('listitem').getByRole('heading');
  await expect(titles).toHaveText([...onPage.slice(1), onPage[0] ?? '']); // the first one was saved before the others
  await search(panel, 'zeptonewton', 1);
  await expect(panel.getByRole('status')).toHaveText('1 paper');
  await expect(panel.locator('mark').first()).toHaveText(/zeptonewton/i);
  await titles.getByRole('link').click();
  const link = panel.getByRole('article').getByRole('link', { name: 'arXiv', exact: true });
  await expect(link).toHaveAttribute('href', /^https:\/\/arxiv\.org\/abs\/\d{4}\.\d{5}$/);
  const opened = offprint.context.waitForEvent('page');
  await link.click();
  await expect(await opened).toHaveURL((await link.getAttribute('href')) ?? '');
  await panel.getByRole('button', { name: 'Back', exact: true }).click();

  const file = ExportFile.parse(await exportedJson(panel));
  expect(file.papers).toHaveLength(CARDS);
  expect(file.papers.every((paper) => paper.abstract && paper.sources[0]?.listedAt === '2026-09-28')).toBe(
    true,
  );
});

test('the same with the worker stopped before and between saves', ONLY_LONG, async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  for (let index = 0; index < 3; index++) {
    await stopWorker(offprint.context);
    const card = listing.locator('article').nth(index);
    await pressCard(listing, card, SAVE);
    await waitForButton(listing, SAVED, card);
  }
  await stopWorker(offprint.context);
  await pressByName(listing, SAVE_ALL);
  await expect.poll(() => unsaved(listing)).toBe(0);
  const panel = await offprint.openPanel();
  await expect(panel.getByRole('status')).toHaveText(`${CARDS} papers`);
});

test(
  'a paper saved on a search page and met on the day list is one record with both sightings',
  ONLY_LONG,
  async ({ offprint }) => {
    const results = await offprint.openListing(SEARCH);
    await pressByName(results, SAVE_ALL);
    await expect.poll(() => unsaved(results)).toBe(0);
    const panel = await offprint.openPanel();
    await search(panel, 'bathymetry', 1);
    const before = ExportFile.parse(await exportedJson(panel)).papers;

    const listing = await offprint.openListing(DAILY);
    const SHARED = 5; // papers that stand on both fixtures
    await expect.poll(() => unsaved(listing)).toBe(CARDS - SHARED);
    await pressByName(listing, SAVE_ALL);
    await expect.poll(() => unsaved(listing)).toBe(0);
    const after = ExportFile.parse(await exportedJson(panel)).papers;
    expect(after).toHaveLength(before.length + CARDS - SHARED);
    const twice = after.filter((paper) => paper.sources.length === 2);
    expect(twice).toHaveLength(SHARED);
    expect(twice[0]?.sources.map((source) => source.url).sort()).toEqual([
      'https://huggingface.co/papers', // all searches of a site are one listing
      DAILY,
    ]);
  },
);

test('an open panel and every other tab see a save at once', async ({ offprint }) => {
  const one = await offprint.openListing(DAILY);
  const two = await offprint.openListing(DAILY);
  const panel = await offprint.openPanel();
  await expect(panel.getByRole('heading', { name: 'No papers yet' })).toBeVisible();
  await pressCard(one, one.locator('article').nth(4), SAVE);
  await waitForButton(two, SAVED, two.locator('article').nth(4));
  await expect(panel.getByRole('status')).toHaveText('1 paper');
  await expect(panel.getByRole('list', { name: 'Results' }).getByRole('heading')).toHaveCount(1);
});

test('many tabs save at once and all their papers are kept', ONLY_LONG, async ({ offprint }) => {
  const TABS = 20;
  const tabs = await Promise.all(Array.from({ length: TABS }, () => offprint.openListing(DAILY)));
  for (const [index, tab] of tabs.entries())
    await waitForButton(tab, SAVE, tab.locator('article').nth(index));
  await Promise.all(tabs.map((tab, index) => pressCard(tab, tab.locator('article').nth(index), SAVE)));
  for (const [index, tab] of tabs.entries())
    await waitForButton(tab, SAVED, tab.locator('article').nth(index));
  const panel = await offprint.openPanel();
  await expect(panel.getByRole('status')).toHaveText(`${TABS} papers`);
});
