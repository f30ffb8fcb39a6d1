/** A reading list as one HTML file: opened from a disk, without a network, in a browser that has no Offprint. */
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import axe from 'axe-core';
import { findChromium } from '@/scripts/lib/find-browser.mjs';
import { pressByName, SAVE_ALL } from '@/scripts/lib/press.mjs';
import { ONLY_LONG } from '@/tests/long';
import { DAILY, expect, test, unsaved } from './offprint';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The file that the extension writes of a day's papers, of which two have a tag and one a note. */
const file = test.extend<{ address: string }>({
  address: async ({ offprint }, use, info) => {
    const listing = await offprint.openListing(DAILY);
    await pressByName(listing, SAVE_ALL);
    await expect.poll(() => unsaved(listing)).toBe(0);
    const panel = await offprint.openPanel();
    await expect(panel.getByRole('status')).toHaveText('32 papers');
    const rows = panel.getByRole('list', { name: 'Results' }).getByRole('listitem');
    for (const place of [0, 3]) {
      await rows.nth(place).getByRole('link').first().focus();
      await panel.keyboard.press('t');
      await rows.nth(place).getByRole('combobox').pressSequentially('to cite\n');
      await panel.keyboard.press('Escape');
    }
    await panel.getByRole('button', { name: 'Export' }).click();
    const download = panel.waitForEvent('download');
    await panel.getByRole('menuitem', { name: 'HTML', exact: true }).click();
    const path = info.outputPath('papers.html');
    await (await download).saveAs(path);
    await use(pathToFileURL(path).href);
  },
});

/** Opens a file in a browser of its own, which is offline. `asked` are the addresses that were asked for. */
async function withFile(
  address: string,
  act: (page: Page, asked: string[]) => Promise<void>,
  javaScriptEnabled = true,
): Promise<void> {
  const browser = await chromium.launch({
    executablePath: (await findChromium()) ?? '',
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const context = await browser.newContext({ offline: true, javaScriptEnabled });
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address);
  await act(page, asked);
  expect(complaints).toEqual([]);
  await browser.close();
}

const titles = (page: Page) => page.getByRole('heading', { level: 2 });
const count = (page: Page) => page.getByRole('status');

/** What axe finds. It comes by the debugger, which the page's policy does not hold. */
async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const { axe: here } = window as unknown as { axe: typeof axe };
    const { violations } = await here.run({
      runOnly: { type: 'tag', values },
      rules: { 'target-size': { enabled: true } },
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  }, RULES);
}

file(
  'an exported page searches, filters, orders and folds by itself, and asks for nothing',
  ONLY_LONG,
  async ({ address }) => {
    await withFile(address, async (page, asked) => {
      await expect(page).toHaveTitle('32 papers · Offprint');
      await expect(count(page)).toHaveText('32 papers');
      await expect(page.getByText(/^Saved from Offprint on \d+ \w+ \d{4}$/)).toBeVisible();

      await page.keyboard.press('Tab');
      await expect(page.getByRole('searchbox')).toBeFocused();
      await page.keyboard.type('zeptonewton');
      await expect(count(page)).toHaveText('1 of 32 papers');
      await expect(page.locator('.entry-excerpt')).toContainText(/zeptonewton/i);
      expect(await page.evaluate(() => CSS.highlights.get('found')?.size)).toBeGreaterThan(0);
      await page.keyboard.press('Escape');
      await expect(titles(page)).toHaveCount(32);

      await page.getByRole('button', { name: 'to cite 2' }).press('Enter');
      await expect(count(page)).toHaveText('2 of 32 papers');
      await page.getByRole('button', { name: 'to cite 2' }).press('Enter');

      await page.getByRole('combobox', { name: 'Order' }).selectOption('Title');
      const sorted = await titles(page).allTextContents();
      expect(sorted).toEqual(
        sorted.toSorted(new Intl.Collator('en', { numeric: true, sensitivity: 'base' }).compare),
      );

      const fold = page.locator('details').first();
      await fold.locator('summary').press('Enter');
      await expect(fold.locator('p').first()).toBeVisible();
      await page.getByRole('button', { name: 'All abstracts' }).click();
      expect(await page.locator('details[open]').count()).toBe(await page.locator('details').count());

      const links = await titles(page)
        .getByRole('link')
        .evaluateAll((all) =>
          all.map((link) => [link.getAttribute('rel'), (link as HTMLAnchorElement).protocol].join()),
        );
      expect(new Set(links)).toEqual(new Set(['noopener noreferrer,https:']));
      expect(asked).toEqual([address]);
    });
  },
);

file(
  'it keeps to the rules of accessibility, light and dark, narrow and wide',
  ONLY_LONG,
  async ({ address }) => {
    await withFile(address, async (page) => {
      for (const colorScheme of ['light', 'dark'] as const)
        for (const words of ['', 'the']) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize({ width: 800, height: 700 });
          await page.getByRole('searchbox').fill(words);
          expect.soft(await faultsOf(page), `${colorScheme} “${words}”`).toEqual([]);
          for (const width of [180, 320]) {
            await page.setViewportSize({ width, height: 400 });
            expect
              .soft(await page.evaluate(() => document.documentElement.scrollWidth), words)
              .toBeLessThanOrEqual(width);
          }
        }
    });
  },
);

file(
  'without its script it is a list that can be read; a script that is put in does not run',
  ONLY_LONG,
  async ({ address }, info) => {
    await withFile(
      address,
      async (page) => {
        await expect(titles(page)).toHaveCount(32);
        await expect(page.getByRole('searchbox')).toBeHidden();
        await page.locator('summary').first().click();
        await expect(page.locator('details p').first()).toBeVisible();
      },
      false,
    );
    const changed = info.outputPath('changed.html');
    const text = await readFile(new URL(address), 'utf8');
    await writeFile(changed, text.replace('</body>', '<script>document.title = "run"</script></body>'));
    const refused = withFile(pathToFileURL(changed).href, async (page) => {
      await expect(count(page)).toHaveText('32 papers');
      await expect(page).toHaveTitle('32 papers · Offprint');
    });
    await expect(refused).rejects.toThrow(/Content Security Policy/);
  },
);
