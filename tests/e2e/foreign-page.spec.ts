/** What a page can do to us and what we do to a page. */
import type { Page } from '@playwright/test';
import { waitForButton } from '@/scripts/lib/closed-roots.mjs';
import {
  buttonName,
  cardButtons,
  pressByName,
  pressCard,
  SAVE,
  SAVE_ALL,
  SAVED,
} from '@/scripts/lib/press.mjs';
import { DAILY, expect, HOSTILE, test, unsaved } from './offprint';

test('hostile cards: text stays text, what is no paper gets no button, broken data spoils nothing', async ({
  offprint,
}) => {
  const errors: Error[] = [];
  offprint.context.on('weberror', (error) => errors.push(error.error()));
  const listing = await offprint.openListing(HOSTILE);
  const names = await cardButtons(listing);
  expect(names).toHaveLength(6); // of 8 cards, one has no id and one no title
  await pressByName(listing, SAVE_ALL);
  await expect.poll(() => unsaved(listing)).toBe(0);

  const panel = await offprint.openPanel();
  await expect(panel.getByRole('status')).toHaveText('6 papers');
  await expect(panel.getByRole('heading', { name: '<img src=x onerror=alert(1)>' })).toBeVisible();
  expect(await panel.locator('img').count()).toBe(0);
  expect(await panel.locator('a:not([href^="http"], [href^="#/"])').count()).toBe(0);
  const titles = await panel.getByRole('listitem').getByRole('heading').allTextContents();
  expect(titles.join('')).not.toMatch(/[\u202a-\u202e]/);
  expect(Math.max(...titles.map((title) => title.length))).toBe(1000);
  expect(errors).toEqual([]);
});

test('only presses of a person save', async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  await listing.evaluate(() => {
    for (const host of document.querySelectorAll<HTMLElement>('offprint-save, offprint-save-all')) {
      host.click();
      host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    }
  });
  const panel = await offprint.openPanel();
  await expect(panel.getByRole('heading', { name: 'No papers yet' })).toBeVisible();
  expect(await unsaved(listing)).toBe(32);
});

test('the page cannot tell saved cards from others', async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  const before = await hosts(listing);
  await pressCard(listing, listing.locator('article').first(), SAVE);
  await waitForButton(listing, SAVED);
  expect(await hosts(listing)).toEqual(before);
  // window.find() looks into closed shadow roots too.
  const found = await listing.evaluate(() =>
    ['Saved', 'Save all', 'Undo', 'others'].filter((word) =>
      (globalThis as unknown as { find(word: string, ...rest: boolean[]): boolean }).find(
        word,
        false,
        false,
        true,
      ),
    ),
  );
  expect(found).toEqual([]);
  expect(new Set(before).size).toBe(1);
});

/** All that a page's script can learn of our buttons: markup, size, shadow root. */
function hosts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('offprint-save')].map((host) =>
      [host.outerHTML, host.clientWidth, host.clientHeight, host.shadowRoot].join(),
    ),
  );
}

test('buttons move nothing on the page', async ({ offprint }) => {
  const page = await offprint.context.newPage();
  await page.addInitScript(() => {
    // A page may move by itself while it is parsed: it is shown after that, when our script is still to come.
    const unseen = new CSSStyleSheet();
    unseen.replaceSync('html { visibility: hidden }');
    document.adoptedStyleSheets = [unseen];
    addEventListener('DOMContentLoaded', () => {
      document.adoptedStyleSheets = [];
    });
    const seen: string[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push(JSON.stringify(entry));
    }).observe({ type: 'layout-shift', buffered: true });
    Object.assign(globalThis, { layoutShifts: seen });
  });
  await page.goto(DAILY);
  await waitForButton(page, SAVE);
  const shifts = () =>
    page.evaluate(() => (globalThis as unknown as { layoutShifts: string[] }).layoutShifts);
  await pressByName(page, SAVE_ALL);
  await expect.poll(() => unsaved(page)).toBe(0);
  expect(await shifts()).toEqual([]);
});

test('buttons follow cards that are re-used, re-ordered, re-drawn and added', async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  const first = listing.locator('article').first();
  await pressCard(listing, first, SAVE);
  await waitForButton(listing, SAVED, first);

  await listing.evaluate(() => {
    const [one, two, three] = document.querySelectorAll('article');
    const swap = [one, two].map((card) => card?.querySelector('h3 a'));
    const [a, b] = swap.map((link) => ({
      href: link?.getAttribute('href') ?? '',
      text: link?.textContent ?? '',
    }));
    for (const [link, to] of [
      [swap[0], b],
      [swap[1], a],
    ] as const) {
      link?.setAttribute('href', to?.href ?? '');
      if (link) link.textContent = to?.text ?? '';
    }
    three?.parentElement?.append(three); // re-ordered
  });
  await waitForButton(listing, SAVE, first); // the first card shows the second paper now
  await waitForButton(listing, SAVED, listing.locator('article').nth(1));

  await listing.evaluate(() => {
    const [card] = document.querySelectorAll('article');
    if (card)
      card.replaceChildren(
        ...[...card.children]
          .filter((child) => !child.localName.startsWith('offprint'))
          .map((child) => child.cloneNode(true)),
      );
    const copy = document.querySelectorAll('article')[5]?.cloneNode(true) as Element;
    copy.querySelector('offprint-save')?.remove();
    for (const link of copy.querySelectorAll('a'))
      link.setAttribute('href', (link.getAttribute('href') ?? '').replace(/\d{4}\.\d{5}/, '2609.99999'));
    document.querySelector('article')?.parentElement?.append(copy);
  });
  await waitForButton(listing, SAVE, first);
  await waitForButton(listing, SAVE, listing.locator('article').last());
  const names = await cardButtons(listing);
  expect(names).toHaveLength(33);
  const cards = await listing.locator('article').all();
  for (const card of cards)
    expect(await buttonName(listing, card)).toContain(
      (await card.locator('h3').textContent())?.trim().slice(0, 10),
    );
});

test('keyboard alone saves', async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  await listing.locator('article').first().locator('a').last().focus();
  const reached = () => listing.evaluate(() => document.activeElement?.localName === 'offprint-save');
  for (let step = 0; step < 6 && !(await reached()); step++) await listing.keyboard.press('Tab');
  await listing.keyboard.press('Space');
  await waitForButton(listing, SAVED, listing.locator('article').first());
});
