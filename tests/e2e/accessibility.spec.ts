/** Holds every screen of ours against axe's rules, in both schemes, and looks at what is pressed in forced colours. */
import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { pressByName, SAVE_ALL } from '@/scripts/lib/press.mjs';
import { search } from '@/scripts/lib/visit.mjs';
import { DAILY, expect, test, unsaved } from './offprint';

/** Only colours differ in the dark. */
const CHECKS = {
  light: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  dark: { type: 'rule', values: ['color-contrast'] },
} as const;

/** What axe finds on a page, as `scheme rule: element`. */
async function faultsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const found = await page.evaluate(async ({ type, values }) => {
      const { axe: here } = window as unknown as { axe: typeof axe };
      const { violations } = await here.run({
        runOnly: { type, values: [...values] },
        resultTypes: ['violations'],
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
    }, CHECKS[colorScheme]);
    faults.push(...found.map((fault) => `${colorScheme} ${fault}`));
  }
  return faults;
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

test('every screen keeps to the rules of accessibility, and what is pressed shows in forced colours', async ({
  offprint,
}) => {
  const listing = await offprint.openListing(DAILY);
  await pressByName(listing, SAVE_ALL);
  await expect.poll(() => unsaved(listing)).toBe(0);
  const panel = await offprint.openPanel();
  const press = (name: string | RegExp) => panel.getByRole('button', { name }).first().click();
  await search(panel, 'ac'); // marks in authors, titles and abstracts
  await expect(panel.locator('.facts mark').first()).toBeVisible();
  expect(await faultsOf(panel)).toEqual([]);
  await press(/^Remove:/);
  await press('What can be typed here');
  await press('Code');
  expect(await faultsOf(panel)).toEqual([]);

  await panel.emulateMedia({ forcedColors: 'active' });
  for (const name of ['Code', 'Trash']) {
    const button = panel.getByRole('button', { name, exact: true });
    if ((await button.getAttribute('aria-pressed')) === 'false') await button.click();
    expect(await button.evaluate(coloursOf), name).toEqual(await panel.evaluate(systemColours));
  }
  await panel.emulateMedia({ forcedColors: 'none' });

  expect(await faultsOf(panel)).toEqual([]);
  await press('History');
  expect(await faultsOf(panel)).toEqual([]);
  await press('Import');
  expect(await faultsOf(panel)).toEqual([]);
  await panel.getByLabel('Or paste or drop text').fill('Lanterns\nhttps://arxiv.org/abs/2609.00001\n');
  await press('Read this text');
  await expect(panel.getByRole('button', { name: 'Import 1 paper' })).toBeVisible();
  expect(await faultsOf(panel)).toEqual([]);

  await panel.goto(`chrome-extension://${offprint.extensionId}/options.html`);
  await expect(panel.getByText('32 papers').or(panel.getByText('31 papers'))).toBeVisible();
  expect(await faultsOf(panel)).toEqual([]);
});
