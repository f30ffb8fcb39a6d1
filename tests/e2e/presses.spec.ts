/** What a press on a card does when the card, the page or the hand is not as usual; and what buttons leave visible. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { findButtons, waitForButton } from '@/scripts/lib/closed-roots.mjs';
import { cardButtons, pressByName, pressCard, SAVE, SAVE_ALL, SAVED } from '@/scripts/lib/press.mjs';
import { serveListings } from '@/scripts/lib/sample-listing.mjs';
import { until } from '@/scripts/lib/until.mjs';
import { ONLY_LONG } from '@/tests/long';
import { DAILY, expect, test } from './offprint';

/** As long as a second press may still belong to a double click, and a little more (ms). */
const DOUBLE_MS = 700;

/** Where a card's button can be pressed. */
async function middleOf(card: Locator): Promise<{ x: number; y: number }> {
  await card.scrollIntoViewIfNeeded();
  const box = await card.locator('offprint-save').boundingBox();
  if (!box) throw new Error('the card has no button');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('one card that cannot be kept says so, and those beside it are saved', async ({ offprint }) => {
  const body = await readFile('tests/fixtures/arxiv/search-2026.html', 'utf8');
  const address = /https:[^\s>]+/.exec(body)?.[0] ?? '';
  const bad = `<p class="is-size-7">doi: 10.1000/${'x'.repeat(400)}</p>`;
  await offprint.context.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: body.replace(/(<li class="arxiv-result">.*?)(<\/li>)/s, `$1${bad}$2`),
    }),
  );
  const page = await offprint.openListing(address);
  const all = await cardButtons(page);
  expect(all.length).toBeGreaterThan(2);
  await waitForButton(page, 'Save to Offprint failed');
  await pressByName(page, SAVE_ALL);
  await expect.poll(async () => (await findButtons(page, [SAVED])).length).toBe(all.length - 1);
  const [failed] = await findButtons(page, ['Save to Offprint failed']);
  expect(failed?.name).toMatch(/too long|cannot/);
});

test('a card that the page changes under the press saves nothing, and says so', async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  await listing.evaluate(() => {
    document.addEventListener(
      'pointerdown',
      () => {
        const [one, two] = document.querySelectorAll('article h3 a');
        one?.setAttribute('href', two?.getAttribute('href') ?? '');
        if (one) one.textContent = two?.textContent ?? '';
      },
      { capture: true, once: true },
    );
  });
  const card = listing.locator('article').first();
  const { x, y } = await middleOf(card);
  await listing.mouse.move(x, y);
  await listing.mouse.down();
  await listing.waitForTimeout(200); // the button names the new paper by now
  await listing.mouse.up();
  const changed = await waitForButton(listing, 'Save to Offprint: the card changed', card);
  expect(changed.name).toMatch(/nothing was saved/);
  const panel = await offprint.openPanel();
  await expect(panel.getByRole('heading', { name: 'No papers yet' })).toBeVisible();
  await listing.waitForTimeout(DOUBLE_MS); // sooner, it would belong to the press before
  await pressCard(listing, card, SAVE);
  await waitForButton(listing, SAVED, card);
});

test('a double click saves', ONLY_LONG, async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  const card = listing.locator('article').first();
  const { x, y } = await middleOf(card);
  await listing.mouse.dblclick(x, y, { delay: 40 });
  await waitForButton(listing, SAVED, card);
  await listing.waitForTimeout(DOUBLE_MS);
  await waitForButton(listing, SAVED, card);
  await pressCard(listing, card, SAVED); // a press for itself removes
  await waitForButton(listing, SAVE, card);
});

/** How many titles are covered by a button, in part. */
function covered(page: Page, titles: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const hosts = [...document.querySelectorAll('offprint-save')].map((host) => host.getBoundingClientRect());
    return [...document.querySelectorAll(selector)].flatMap((title) => {
      const range = document.createRange();
      range.selectNodeContents(title);
      const lines = [...range.getClientRects()];
      const hit = lines.some((line) =>
        hosts.some(
          (host) =>
            line.left < host.right &&
            host.left < line.right &&
            line.top < host.bottom &&
            host.top < line.bottom,
        ),
      );
      return hit ? [title.textContent?.trim() ?? ''] : [];
    });
  }, titles);
}

test('buttons cover no title, however narrow the page', ONLY_LONG, async ({ offprint: { context } }) => {
  const names = {
    arxiv: ['new-2026', 'recent-2026', 'search-2026'],
    huggingface: ['search-2026', 'daily-2026', 'week-2026'],
  };
  const files = Object.entries(names).flatMap(([site, all]) =>
    all.map((name) => `tests/fixtures/${site}/${name}.html`),
  );
  for (const address of await serveListings(context, files)) {
    const titles = address.includes('arxiv') ? 'div.list-title, p.title' : 'article h3 a';
    const page = await context.newPage();
    await page.setViewportSize({ width: 400, height: 800 });
    await page.goto(address);
    await until(async () => (await cardButtons(page)).length > 0, `no buttons on ${address}`);
    await expect.poll(() => covered(page, titles), { message: address }).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    await expect.poll(() => covered(page, titles), { message: `${address}, made narrower` }).toEqual([]);
    await page.close();
  }
});
