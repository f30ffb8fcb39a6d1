import type { Page } from '@playwright/test';
import { cardButtons, pressByName, SAVE_ALL, SAVED } from '@/scripts/lib/press.mjs';
import { stopWorker } from '@/scripts/lib/stop-worker.mjs';
import { ONLY_LONG } from '@/tests/long';
import { ExportFile } from '@/utils/paper/schema';
import { DAILY, expect, exportedJson, test, unsaved } from './offprint';

const TABS = 4;
const CARDS = 100;

/** Makes a listing of its own day with `CARDS` cards; half of its papers stand on every other tab's list too. */
function fill(page: Page, tab: number): Promise<void> {
  return page.evaluate(
    ({ tab, cards }) => {
      const list = [...document.querySelectorAll('article')];
      const [card] = list;
      const grid = card?.parentElement;
      history.replaceState(null, '', `/papers/date/2026-08-0${tab + 1}`);
      card?.querySelector('offprint-save')?.remove();
      for (let index = 0; card && index < cards; index++) {
        const copy = card.cloneNode(true) as Element;
        const shared = index % 2 === 0;
        const id = `260${shared ? 1 : tab + 2}.${String(index).padStart(5, '0')}`;
        for (const link of copy.querySelectorAll('a'))
          link.setAttribute('href', (link.getAttribute('href') ?? '').replace(/\d{4}\.\d{5}/, id));
        const title = copy.querySelector('h3 a');
        if (title) title.textContent = `Paper ${id} of the race`;
        grid?.append(copy);
      }
      for (const old of list) old.remove();
    },
    { tab, cards: CARDS },
  );
}

test(
  'four tabs save a hundred papers each at once: records and sightings are exact',
  ONLY_LONG,
  async ({ offprint }) => {
    const tabs = await Promise.all(Array.from({ length: TABS }, () => offprint.openListing(DAILY)));
    for (const [index, tab] of tabs.entries()) await fill(tab, index);
    for (const tab of tabs) await expect.poll(() => unsaved(tab)).toBe(CARDS);
    await Promise.all(tabs.map((tab) => pressByName(tab, SAVE_ALL)));
    for (const tab of tabs) await expect.poll(() => unsaved(tab)).toBe(0);
    const panel = await offprint.openPanel();
    const shared = CARDS / 2;
    await expect(panel.getByRole('status')).toHaveText(`${shared + TABS * shared} papers`);
    const { papers } = ExportFile.parse(await exportedJson(panel));
    const sightings = papers.flatMap(({ sources }) => sources);
    expect(sightings).toHaveLength(TABS * CARDS);
    expect(papers.filter(({ sources }) => sources.length === TABS)).toHaveLength(shared);
  },
);

test('a worker stopped in the middle of saving loses nothing that was told as saved', async ({
  offprint,
}) => {
  const listing = await offprint.openListing(DAILY);
  await pressByName(listing, SAVE_ALL);
  // The stops fall on whatever step the worker is at; each is a little later than the one before.
  for (let wait = 5; wait <= 120; wait += 23) {
    await listing.waitForTimeout(wait);
    await stopWorker(offprint.context);
  }
  await expect.poll(() => unsaved(listing)).toBe(0);
  const panel = await offprint.openPanel();
  await expect(panel.getByRole('status')).toHaveText('32 papers');
});

test(
  'tabs that are closed in mid-save: what a button called saved is there',
  ONLY_LONG,
  async ({ offprint }) => {
    const tabs = await Promise.all(Array.from({ length: TABS }, () => offprint.openListing(DAILY)));
    for (const [index, tab] of tabs.entries()) await fill(tab, index);
    for (const tab of tabs) await expect.poll(() => unsaved(tab)).toBe(CARDS);
    await Promise.all(tabs.map((tab) => pressByName(tab, SAVE_ALL)));
    await expect.poll(async () => (await savedIn(tabs)).length).toBeGreaterThan(0);
    const told = await savedIn(tabs);
    await Promise.all(tabs.map((tab) => tab.close()));
    const panel = await offprint.openPanel();
    const { papers } = ExportFile.parse(await exportedJson(panel));
    const kept = new Set(papers.map(({ title }) => title));
    expect(told.filter((title) => !kept.has(title))).toEqual([]);
  },
);

/** The titles of the papers that the buttons of these pages call saved. */
async function savedIn(pages: readonly Page[]): Promise<string[]> {
  const names = (await Promise.all(pages.map(cardButtons))).flat();
  return names.filter((name) => name.startsWith(`${SAVED}: `)).map((name) => name.slice(SAVED.length + 2));
}
