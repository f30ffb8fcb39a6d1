/** Holds every screen of ours against axe's rules, in each look, and LOOKS at what is pressed in forced colours. */
import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { pressByName, pressCard, SAVE, SAVE_ALL } from '@/scripts/lib/press.mjs';
import { search } from '@/scripts/lib/visit.mjs';
import { ONLY_LONG } from '@/tests/long';
import { chooseInRow, DAILY, expect, TRENDING, test, unsaved } from './offprint';

const ALL = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
} as const;
const COLOURS = { type: 'rule', values: ['color-contrast'] } as const;

/** Between the LOOKS only colours differ. */
const LOOKS = [
  { media: { colorScheme: 'light', forcedColors: 'none' }, runOnly: ALL },
  { media: { colorScheme: 'dark', forcedColors: 'none' }, runOnly: COLOURS },
  { media: { colorScheme: 'light', forcedColors: 'active' }, runOnly: COLOURS },
  { media: { colorScheme: 'dark', forcedColors: 'active' }, runOnly: COLOURS },
] as const;
/** The folder for pictures of all screens, if they are wanted (`npm run screens`). */
const PICTURES = process.env.OFFPRINT_SCREENS;
const WIDTHS = [320, 400, 800];

async function takePictures(panel: Page, folder: string, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await panel.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await panel.setViewportSize({ width, height: 700 });
      const file = `${name.replace(/\W+/g, '-')} ${width} ${colorScheme}.png`;
      await panel.screenshot({ path: `${folder}/${file}`, animations: 'disabled' });
    }
  }
  await panel.emulateMedia({ colorScheme: 'light' });
  await panel.setViewportSize({ width: 400, height: 700 });
}

/** What axe finds on a page, as `look rule: element`. Targets of less than 24 px are found, too. */
async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const faults: string[] = [];
  for (const { media, runOnly } of LOOKS) {
    await page.emulateMedia(media);
    const found = await page.evaluate(async ({ type, values }) => {
      const { axe: here } = window as unknown as { axe: typeof axe };
      // What slides in is measured when it is there.
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
      const { violations } = await here.run({
        runOnly: { type, values: [...values] },
        ...(type === 'tag' && { rules: { 'target-size': { enabled: true } } }),
        resultTypes: ['violations'],
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
    }, runOnly);
    const look = `${media.colorScheme}${media.forcedColors === 'active' ? ' forced' : ''}`;
    faults.push(...found.map((fault) => `${look} ${fault}`));
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  return faults;
}

/** What makes a page scroll sideways. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('.over') ?? document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...root.querySelectorAll('*')].filter(
      (one) => one.getBoundingClientRect().right > innerWidth + 0.5 && one.checkVisibility(),
    );
    return [`${root.scrollWidth} px`, ...wide.slice(0, 5).map(({ outerHTML }) => outerHTML.slice(0, 60))];
  });
}

function coloursOf(element: Element): string[] {
  const { backgroundColor, color } = getComputedStyle(element);
  return [backgroundColor, color];
}

/** Those of what is selected. */
function systemColours(): string[] {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.cssText = 'forced-color-adjust: none; background: Highlight; color: HighlightText';
  const { backgroundColor, color } = getComputedStyle(probe);
  probe.remove();
  return [backgroundColor, color];
}

test(
  'every screen keeps to the rules of accessibility, and none scrolls sideways at 200 % in 360 px',
  ONLY_LONG,
  async ({ offprint }) => {
    const listing = await offprint.openListing(TRENDING); // few rows of each kind: axe LOOKS at all of them
    await pressByName(listing, SAVE_ALL);
    await expect.poll(() => unsaved(listing)).toBe(0);
    const panel = await offprint.openPanel();
    await fill(panel);
    for (const [name, show] of Object.entries(SCREENS)) {
      await test.step(name, async () => {
        await panel.evaluate('chrome.storage.session.clear()'); // the last search
        await panel.goto('about:blank'); // another part of an address alone would load nothing anew
        await panel.goto(`chrome-extension://${offprint.extensionId}/sidepanel.html`);
        await expect(panel.getByRole('status')).toHaveText('9 papers');
        await show(panel);
        if (PICTURES) await takePictures(panel, PICTURES, name);
        expect.soft(await faultsOf(panel), name).toEqual([]);
        await panel.setViewportSize({ width: 180, height: 350 });
        expect.soft(await tooWide(panel), name).toEqual([]);
        await panel.setViewportSize({ width: 400, height: 700 });
      });
    }
  },
);

/** Pages that are no view of the panel, and what shows that they are drawn. */
const PAGES: [name: string, show: (page: Page) => Promise<void>][] = [
  [
    'options',
    async (page) => {
      await page.getByRole('button', { name: 'Delete everything' }).click();
      await page.getByRole('button', { name: 'Empty trash' }).click();
      await page.getByText(/^\d+ addresses$/).click();
    },
  ],
  [
    'welcome',
    async (page) => {
      await pressCard(page, page.locator('article'), SAVE);
      await page.getByRole('searchbox').fill('kettle');
      await expect(page.getByRole('button', { name: 'Keep it there' })).toBeVisible();
    },
  ],
];

for (const [name, show] of PAGES)
  test(`the page “${name}” keeps to them, too`, async ({ offprint }) => {
    const listing = await offprint.openListing(DAILY);
    await pressCard(listing, listing.locator('article').first(), SAVE);
    const page = await offprint.context.newPage();
    await page.setViewportSize({ width: 800, height: 700 });
    await page.goto(`chrome-extension://${offprint.extensionId}/${name}.html`);
    expect.soft(await faultsOf(page)).toEqual([]);
    await show(page);
    if (PICTURES) await takePictures(page, PICTURES, name);
    expect.soft(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 180, height: 350 });
    expect.soft(await tooWide(page)).toEqual([]);
  });

test(
  'the full page keeps to them at every width, and nothing of it scrolls sideways at 300 %',
  ONLY_LONG,
  async ({ offprint }) => {
    const listing = await offprint.openListing(TRENDING); // few rows of each kind: axe LOOKS at all of them
    await pressByName(listing, SAVE_ALL);
    await expect.poll(() => unsaved(listing)).toBe(0);
    const page = await offprint.openPanel();
    await fill(page);
    await page.goto(`chrome-extension://${offprint.extensionId}/library.html#/?q=is:unread`);
    await page.setViewportSize({ width: 1200, height: 800 });
    await expect(page.getByRole('status')).toHaveText('8 papers');
    await press(page, 'Save this search');
    expect.soft(await faultsOf(page), 'the form of a search').toEqual([]);
    await page.getByRole('textbox', { name: 'Name of the search' }).press('Enter');
    await expect(page.getByRole('link', { name: 'unread 8' })).toBeVisible();
    expect.soft(await faultsOf(page), 'without a paper').toEqual([]);
    await openPaper(page);
    expect.soft(await faultsOf(page), 'with a paper').toEqual([]);
    await page
      .getByRole('navigation', { name: 'Library' })
      .getByRole('link', { name: 'Saved searches' })
      .click();
    await expect(page.getByRole('main').getByRole('link', { name: 'unread' })).toBeVisible();
    expect.soft(await faultsOf(page), 'saved searches').toEqual([]);
    await page.setViewportSize({ width: 800, height: 700 });
    await press(page, 'Library');
    expect.soft(await faultsOf(page), 'the drawer').toEqual([]);
    await page.setViewportSize({ width: 400, height: 300 });
    expect.soft(await tooWide(page), 'the drawer').toEqual([]);
    await page.keyboard.press('Escape');
    expect.soft(await tooWide(page), 'saved searches').toEqual([]);
    await page.goto(`chrome-extension://${offprint.extensionId}/library.html#/atlas`);
    await expect(page.getByRole('heading', { name: 'This address leads nowhere' })).toBeVisible();
    expect.soft(await faultsOf(page), 'nowhere').toEqual([]);
  },
);

test('what is pressed shows in forced colours', async ({ offprint }) => {
  const panel = await offprint.openPanel();
  await press(panel, 'Filters');
  await panel.emulateMedia({ forcedColors: 'active' });
  for (const name of ['With code', 'Trash']) {
    const button = panel.getByRole('button', { name, exact: true });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    expect(await button.evaluate(coloursOf), name).toEqual(await panel.evaluate(systemColours));
  }
});

/** Gives the first paper every mark there is, and puts another one into the trash. */
async function fill(panel: Page): Promise<void> {
  const rows = panel.getByRole('list', { name: 'Results' }).getByRole('listitem');
  await expect(panel.getByRole('status')).toHaveText('10 papers');
  await chooseInRow(rows.nth(5), 'Remove');
  await expect(panel.getByRole('status')).toHaveText('9 papers');
  await rows.first().getByRole('button', { name: 'Star', exact: true }).click();
  await rows.first().getByRole('button', { name: 'Status: unread' }).click();
  await openPaper(panel);
  const tags = panel.getByRole('combobox', { name: 'Add tag' });
  for (const tag of ['to cite', 'field work/winter', 'a tag that is longer than a row has room for'])
    await tags.pressSequentially(`${tag}\n`);
  await expect(panel.getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveCount(3);
  await panel
    .getByRole('textbox', { name: 'Note' })
    .fill('# Wicks\n\n- *uneven* [so they say](https://a.example/)\n\n`x`');
  await expect(panel.getByText('Saved', { exact: true })).toBeVisible();
}

async function openPaper(panel: Page): Promise<void> {
  const results = panel.getByRole('list', { name: 'Results' });
  await results.getByRole('listitem').first().getByRole('heading').getByRole('link').click();
  await expect(panel.getByRole('article').getByRole('heading').first()).toBeVisible();
}

/** Presses the first button of a name. */
const press = (panel: Page, name: string | RegExp) =>
  panel.getByRole('button', { name, exact: true }).first().click();

async function chooseView(panel: Page, name: string): Promise<void> {
  await press(panel, 'More');
  await panel.getByRole('menuitem', { name }).click();
}

/** How each screen is come to from the list. */
const SCREENS: Record<string, (panel: Page) => Promise<void>> = {
  async list() {},
  async 'compact rows'(panel) {
    await press(panel, 'More');
    await panel.getByRole('menuitem', { name: 'Compact rows' }).click();
  },
  async 'comfortable rows'(panel) {
    await press(panel, 'More');
    await panel.getByRole('menuitem', { name: 'Comfortable rows' }).click();
  },
  async 'marks of what was searched for'(panel) {
    await search(panel, 'ac'); // in authors, titles and abstracts
    await expect(panel.locator('.facts mark').first()).toBeVisible();
  },
  async 'filters and help'(panel) {
    await press(panel, 'Filters');
    await press(panel, 'With code');
    await press(panel, 'What can be typed here');
  },
  async 'what was misread'(panel) {
    await panel.getByRole('searchbox').fill('colour:red "model');
    await expect(panel.getByRole('list', { name: 'What was misread' })).toBeVisible();
  },
  async "a row's menu"(panel) {
    const row = panel.getByRole('listitem').first();
    await row.hover();
    await row.getByRole('button', { name: 'More' }).click();
  },
  async "a row's tags"(panel) {
    await panel.getByRole('listitem').first().getByRole('link').first().focus();
    await panel.keyboard.press('t');
    await expect(panel.getByRole('combobox', { name: 'Add tag' })).toBeFocused();
    await panel.keyboard.type('new');
    await expect(panel.getByRole('listbox').getByRole('option').first()).toBeVisible();
  },
  'export menu': (panel) => press(panel, 'Export'),
  async 'export dialog'(panel) {
    await press(panel, 'Export');
    await panel.getByRole('menuitem', { name: 'More…' }).click();
    const dialog = panel.getByRole('dialog', { name: 'Export' });
    await dialog.getByLabel('Format').selectOption('BibTeX');
    await expect(dialog.getByLabel('Preview')).toHaveValue(/^@/);
  },
  'menu of views': (panel) => press(panel, 'More'),
  async keys(panel) {
    await panel.keyboard.press('?');
    await expect(panel.getByRole('dialog')).toBeVisible();
  },
  "a paper's page": openPaper,
  async 'how to cite'(panel) {
    await openPaper(panel);
    await press(panel, 'Cite');
  },
  async 'tags to choose from'(panel) {
    await openPaper(panel);
    await panel.getByRole('combobox', { name: 'Add tag' }).pressSequentially('new');
    await expect(panel.getByRole('listbox').getByRole('option').first()).toBeVisible();
  },
  async 'a note being written'(panel) {
    await openPaper(panel);
    await panel.getByRole('textbox', { name: 'Note' }).focus();
  },
  async 'edit form'(panel) {
    await openPaper(panel);
    await press(panel, 'Edit');
    await panel.getByRole('textbox', { name: 'Title' }).fill('Mended');
    await press(panel, 'Save changes');
    await expect(panel.getByRole('textbox', { name: 'Title' })).toBeHidden(); // else the press leaves the form
    await press(panel, 'Edit');
    await panel
      .getByText(/sources? says?$/)
      .first()
      .click();
  },
  async 'a refused edit'(panel) {
    await openPaper(panel);
    await press(panel, 'Edit');
    await panel.getByRole('textbox', { name: 'Title' }).fill('');
    await press(panel, 'Save changes');
    await expect(panel.getByRole('alert')).toBeVisible();
  },
  async 'similar papers'(panel) {
    await chooseInRow(panel.getByRole('listitem').first(), 'Similar papers');
    await expect(panel.getByText(/^Shared: \w/).first()).toBeVisible();
  },
  async trash(panel) {
    await press(panel, 'Trash');
    await press(panel, 'Empty trash');
    await expect(panel.getByRole('button', { name: 'Keep' })).toBeFocused();
  },
  history: (panel) => press(panel, 'History'),
  async 'all tags'(panel) {
    await chooseView(panel, 'Tags');
    await press(panel, /^Colour of/);
  },
  async 'reading queue'(panel) {
    await chooseView(panel, 'Reading queue');
    await expect(panel.getByRole('heading', { name: 'Next' })).toBeVisible();
  },
  'add by hand': (panel) => chooseView(panel, 'Add by hand'),
  import: (panel) => press(panel, 'Import'),
  async 'preview of an import'(panel) {
    await press(panel, 'Import');
    await panel.getByLabel('Or paste or drop text').fill('Lanterns\nhttps://arxiv.org/abs/2609.00001\n');
    await press(panel, 'Read this text');
    await expect(panel.getByRole('button', { name: 'Import 1 paper' })).toBeVisible();
  },
};
