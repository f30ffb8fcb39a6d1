/** The full page: its columns, its addresses, and what is brought to it. */
import type { Locator, Page } from '@playwright/test';
import { pressByName, SAVE_ALL } from '@/scripts/lib/press.mjs';
import { search } from '@/scripts/lib/visit.mjs';
import { ONLY_LONG } from '@/tests/long';
import { DAILY, expect, test as plain, unsaved } from './offprint';

interface Full {
  /** The full page over 32 papers, 1,200 px wide. */
  full: Page;
}

const test = plain.extend<Full>({
  async full({ offprint }, use) {
    const listing = await offprint.openListing(DAILY);
    await pressByName(listing, SAVE_ALL);
    await expect.poll(() => unsaved(listing)).toBe(0);
    const page = await offprint.context.newPage();
    await page.setViewportSize({ width: 1200, height: 800 });
    await page.goto(`chrome-extension://${offprint.extensionId}/library.html`);
    await expect(status(page)).toHaveText('32 papers');
    await use(page);
  },
});

const status = (page: Page) => page.getByRole('status');
const results = (page: Page) => page.getByRole('list', { name: 'Results' });
const row = (page: Page, place: number) => results(page).getByRole('listitem').nth(place);
const titleOf = (one: Locator) => one.getByRole('heading').getByRole('link');
const article = (page: Page) => page.getByRole('article');
const ways = (page: Page) => page.getByRole('navigation', { name: 'Library' });
const box = (page: Page) => page.getByRole('searchbox', { name: 'Search papers' });
const hash = (page: Page) => page.evaluate(() => location.hash);

/** Where an element begins and ends, from the start of the window. */
async function span(one: Locator): Promise<[number, number]> {
  const { x = 0, width = 0 } = (await one.boundingBox()) ?? {};
  return [x, x + width];
}

test(
  'at 1,200 px the ways, the list and a paper stand side by side, and the list keeps its place',
  ONLY_LONG,
  async ({ full }) => {
    expect(await span(ways(full))).toEqual([0, 220]);
    await row(full, 20).scrollIntoViewIfNeeded();
    const before = await row(full, 20).boundingBox();
    await row(full, 20).click({ position: { x: 300, y: 6 } });
    const title = (await titleOf(row(full, 20)).textContent()) ?? '';
    await expect(article(full).getByRole('heading', { level: 2 })).toHaveText(title);
    expect(await span(article(full))).toEqual([800, 1200]);
    expect(await row(full, 20).boundingBox()).toEqual(before);
    await expect(titleOf(row(full, 20))).toHaveAttribute('aria-current', 'true');
    // The keys go on from there, and the paper follows.
    for (const [key, place] of [
      ['ArrowDown', 21],
      ['j', 22],
      ['k', 21],
    ] as const) {
      await full.keyboard.press(key);
      await expect(titleOf(row(full, place))).toBeFocused();
      const next = (await titleOf(row(full, place)).textContent()) ?? '';
      await expect(article(full).getByRole('heading', { level: 2 })).toHaveText(next);
    }
    // Leafing was no step: Back leads to before the first of them.
    await full.goBack();
    await expect(article(full)).toBeHidden();
    await expect(full.getByRole('heading', { name: 'No paper chosen' })).toBeVisible();
    await expect(status(full)).toHaveText('32 papers');
  },
);

test(
  'a key is about the row that has the focus, not about the paper that is still shown',
  ONLY_LONG,
  async ({ full }) => {
    await titleOf(row(full, 0)).click();
    await expect(article(full)).toBeVisible();
    await full.keyboard.press('ArrowDown');
    await full.keyboard.press('s');
    await expect(row(full, 1).getByRole('button', { name: 'Unstar' })).toBeAttached();
    await expect(row(full, 0).getByRole('button', { name: 'Star', exact: true })).toBeAttached();
  },
);

test(
  'the paper is closed by its button and by Escape, and the focus is in the list again',
  ONLY_LONG,
  async ({ full }) => {
    await titleOf(row(full, 3)).click();
    await article(full).getByRole('button', { name: 'Close' }).click();
    await expect(article(full)).toBeHidden();
    await expect(titleOf(row(full, 3))).toBeFocused();
    await full.keyboard.press('Enter');
    await expect(article(full)).toBeVisible();
    await full.keyboard.press('Escape');
    await expect(article(full)).toBeHidden();
    await expect(titleOf(row(full, 3))).toBeFocused();
  },
);

test(
  'at 800 px the ways are in a drawer, which keeps the focus and gives it back',
  ONLY_LONG,
  async ({ full }) => {
    await full.setViewportSize({ width: 800, height: 700 });
    await expect(ways(full)).toBeHidden();
    const button = full.getByRole('button', { name: 'Library' });
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await button.click();
    await expect(ways(full)).toBeVisible();
    const drawer = full.getByRole('dialog', { name: 'Library' });
    for (let presses = 0; presses < 40; presses++) {
      await full.keyboard.press('Tab');
      const inside = await drawer.evaluate(
        (dialog) => document.activeElement === document.body || dialog.contains(document.activeElement),
      );
      expect(inside).toBe(true);
    }
    await full.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(button).toBeFocused();
    await button.click();
    await ways(full).getByRole('link', { name: 'Inbox' }).click();
    await expect(drawer).toBeHidden();
    await expect(box(full)).toHaveValue('is:unread');
    await full.keyboard.press('g');
    await expect(ways(full).getByRole('link', { name: 'Inbox' })).toBeFocused();
    await full.keyboard.press('ArrowDown');
    await full.keyboard.press('Enter');
    await expect(box(full)).toHaveValue('is:reading');
    await full.goBack();
    // A paper lies over the list here.
    await titleOf(row(full, 0)).click();
    await expect(article(full)).toBeVisible();
    await expect.poll(() => span(article(full))).toEqual([0, 800]);
    await full.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(article(full)).toBeHidden();
  },
);

test(
  'at 360 px and at 1,200 px zoomed to 300 % there is one pane, and nothing scrolls sideways',
  ONLY_LONG,
  async ({ full }) => {
    for (const width of [360, 400]) {
      await full.setViewportSize({ width, height: 600 });
      await expect(ways(full)).toBeHidden();
      await titleOf(row(full, 0)).click();
      await expect.poll(() => span(article(full))).toEqual([0, width]); // once it has slid in
      await full.goBack();
      const wide = await full.evaluate(() => document.querySelector('.library')?.scrollWidth ?? 0);
      expect(wide).toBeLessThanOrEqual(width);
    }
  },
);

test(
  'reload and Back lead to the same list and the same paper, in every view',
  ONLY_LONG,
  async ({ full }) => {
    await box(full).fill('state');
    await full.getByRole('combobox', { name: 'Order' }).selectOption('upvotes');
    await full.getByRole('button', { name: 'Group by' }).click();
    await full.getByRole('menuitemradio', { name: 'Site' }).click();
    await expect.poll(() => hash(full)).toBe('#/?q=state&sort=upvotes&group=site');
    const found = (await status(full).textContent()) ?? '';
    expect(found).not.toBe('32 papers');
    const titles = results(full).getByRole('heading');
    const order = await titles.allTextContents();

    await titleOf(row(full, 1)).click();
    const title = order[1] ?? '';
    await expect(article(full).getByRole('heading', { level: 2 })).toHaveText(title);
    await full.reload();
    await expect(article(full).getByRole('heading', { level: 2 })).toHaveText(title);
    await expect(box(full)).toHaveValue('state');
    await expect(status(full)).toHaveText(found);
    await expect(titles).toHaveText(order);

    await ways(full).getByRole('link', { name: 'Inbox' }).click();
    await expect(status(full)).toHaveText('32 papers');
    await expect(ways(full).getByRole('link', { name: 'Inbox' })).toHaveAttribute('aria-current', 'page');
    await full.goBack();
    await expect(box(full)).toHaveValue('state');
    await expect(titles).toHaveText(order);
    await expect(article(full).getByRole('heading', { level: 2 })).toHaveText(title);
    await full.goForward();
    await expect(box(full)).toHaveValue('is:unread');
    // Back right after a step does not write the new place over the old one.
    await ways(full).getByRole('link', { name: 'Starred' }).click();
    await full.evaluate(() => history.back());
    await full.waitForTimeout(400);
    await expect(box(full)).toHaveValue('is:unread');

    for (const view of ['Reading queue', 'Tags', 'Add by hand', 'Import', 'History', 'Trash']) {
      const way = ways(full).getByRole('link', { name: view });
      await way.click();
      await expect(full.getByRole('heading', { level: 1, name: view })).toBeAttached();
      await full.reload();
      await expect(full.getByRole('heading', { level: 1, name: view })).toBeAttached();
      await expect(way).toHaveAttribute('aria-current', 'page');
      await full.goBack();
      await expect(way).not.toHaveAttribute('aria-current', 'page');
      await full.goForward();
      await expect(way).toHaveAttribute('aria-current', 'page');
    }
    await expect(box(full)).toHaveValue('is:unread');
  },
);

test('a paper stands beside the view that it was opened from', ONLY_LONG, async ({ full }) => {
  await ways(full).getByRole('link', { name: 'Reading queue' }).click();
  const queue = full.getByRole('region', { name: 'Reading queue' });
  await queue.getByRole('heading', { level: 3 }).first().getByRole('link').click();
  await expect(article(full)).toBeVisible();
  await expect(full.getByRole('heading', { name: 'Next' })).toBeVisible();
  await full.reload();
  await expect(article(full)).toBeVisible();
  await expect(full.getByRole('heading', { name: 'Next' })).toBeVisible();
  await full.keyboard.press('Escape');
  await expect(article(full)).toBeHidden();
  await expect(full.getByRole('heading', { name: 'Next' })).toBeVisible();
});

test('an address that names what is gone says so, and leads back', ONLY_LONG, async ({ full, offprint }) => {
  const page = `chrome-extension://${offprint.extensionId}/library.html`;
  await full.goto(`${page}#/paper/arxiv%3A0000.00000`);
  await expect(full.getByRole('heading', { name: 'This paper is not in your library' })).toBeVisible();
  await expect(status(full)).toHaveText('32 papers');
  await full.goto(`${page}#/atlas/7`);
  await expect(full.getByRole('heading', { name: 'This address leads nowhere' })).toBeVisible();
  await full.getByRole('button', { name: 'Show all papers' }).click();
  await expect(status(full)).toHaveText('32 papers');
  await full.goto(`${page}#/?q=tag:%3D%22gone%22`);
  await expect(full.getByRole('heading', { name: 'Nothing found for “tag:="gone"”' })).toBeVisible();
});

test(
  'popup and panel lead to the full page that is open, and remember the last search',
  ONLY_LONG,
  async ({ full, offprint }) => {
    const { context, extensionId } = offprint;
    const panel = await offprint.openPanel();
    await search(panel, 'zeptonewton', 1);
    const pages = context.pages().length;
    await panel.getByRole('button', { name: 'Open full page' }).click();
    await expect(box(full)).toHaveValue('zeptonewton');
    await expect(status(full)).toHaveText('1 paper');
    expect(context.pages().length).toBe(pages);
    await panel.goto(`chrome-extension://${extensionId}/popup.html`);
    await expect(box(panel)).toHaveValue('zeptonewton');
    await expect(status(panel)).toHaveText('1 paper');
    await full.close();
    const opened = context.waitForEvent('page');
    await panel.getByRole('button', { name: 'Open full page' }).click();
    await expect(box(await opened)).toHaveValue('zeptonewton');
  },
);

const LINES = 'Lanterns over a quiet harbour\nhttps://arxiv.org/abs/2609.00001\n';

test('what is pasted or dropped on the page is staged for an import', ONLY_LONG, async ({ full }) => {
  await full.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const given = { clipboardData, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new ClipboardEvent('paste', given));
  }, LINES);
  await expect(full.getByRole('button', { name: 'Import 1 paper' })).toBeVisible();
  await expect.poll(() => hash(full)).toBe('#/import');
  await full.keyboard.press('Escape');
  // The text is still there.
  await expect(full.getByLabel('Or paste or drop text')).toHaveValue(LINES);

  await ways(full).getByRole('link', { name: 'All papers' }).click();
  const drop = (kinds: string[]) =>
    full.evaluate(
      ([text, names]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], 'harbour.txt', { type: 'text/plain' }));
        for (const name of names) {
          const given = { dataTransfer, bubbles: true, cancelable: true };
          document.querySelector('.library')?.dispatchEvent(new DragEvent(name, given));
        }
      },
      [LINES, kinds] as const,
    );
  await drop(['dragover']);
  await expect(full.getByText('Drop files, links or text to import them')).toBeVisible();
  await drop(['drop']);
  await expect(full.getByRole('button', { name: 'Import 1 paper' })).toBeVisible();
  await expect(full.getByText('Drop files, links or text to import them')).toBeHidden();
  await full.getByRole('button', { name: 'Import 1 paper' }).click();
  await expect(status(full)).toContainText('Imported: 1 new');
});

test('the search box keeps what is pasted into it', ONLY_LONG, async ({ full }) => {
  await box(full).focus();
  await full.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'harbour');
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  expect(await hash(full)).toMatch(/^(#\/)?$/);
});

plain(
  'a saved search is named, counts what a page saves, is renamed, mended, deleted and undone',
  async ({ offprint }) => {
    const listing = await offprint.openListing(DAILY);
    const full = await offprint.context.newPage();
    await full.setViewportSize({ width: 1200, height: 800 });
    await full.goto(`chrome-extension://${offprint.extensionId}/library.html`);
    await expect(status(full)).toHaveText('0 papers');
    await box(full).fill('is:unread state');
    await full.getByRole('button', { name: 'Save this search' }).click();
    const name = full.getByRole('textbox', { name: 'Name of the search' });
    await expect(name).toHaveValue('unread state');
    await name.fill('States');
    await name.press('Enter');
    const way = (text: string | RegExp) => ways(full).getByRole('link', { name: text });
    await expect(way('States 0')).toHaveAttribute('aria-current', 'page');
    await expect(full.getByRole('button', { name: 'Save this search' })).toBeHidden();

    await pressByName(listing, SAVE_ALL);
    await expect.poll(() => unsaved(listing)).toBe(0);
    await expect(status(full)).not.toHaveText('0 papers');
    const found = Number.parseInt((await status(full).textContent()) ?? '', 10);
    await expect(way(`States ${found}`)).toBeVisible();

    // In the panel, it is in a view of its own.
    const panel = await offprint.openPanel();
    await panel.getByRole('button', { name: 'Saved searches' }).click();
    await expect(panel.getByRole('listitem')).toContainText(`${found} papers`);
    await panel.getByRole('button', { name: 'Rename or change the search States' }).click();
    await panel.getByRole('textbox', { name: 'New name of States' }).fill('Mended');
    await panel.getByRole('textbox', { name: 'What States asks for' }).fill('is:unread "state');
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(panel.getByText('This search cannot be read as it stands.', { exact: false })).toBeVisible();
    await expect(way(/^Mended/)).toHaveAttribute('title', /quotation mark is not closed/);
    await panel.getByRole('link', { name: 'Mended' }).click();
    await expect(box(panel)).toHaveValue('is:unread "state');
    await panel.goBack();
    await panel.getByRole('button', { name: 'Delete the search Mended' }).click();
    await expect(panel.getByRole('heading', { name: 'No saved searches yet' })).toBeVisible();
    await expect(way(/^Mended/)).toHaveCount(0);
    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect(way(/^Mended/)).toBeVisible();
  },
);
