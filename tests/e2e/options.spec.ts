/** The options page: what is chosen there holds on all pages of ours, from their first paint on. */
import type { Page } from '@playwright/test';
import { pressByName, SAVE_ALL } from '@/scripts/lib/press.mjs';
import { ONLY_LONG } from '@/tests/long';
import { DAILY, expect, test, unsaved } from './offprint';

const scheme = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test(
  'theme, rows and times are chosen once for all pages, also those that are open, and survive a reload',
  ONLY_LONG,
  async ({ offprint: { context, extensionId, openListing, openPanel } }) => {
    const listing = await openListing(DAILY);
    await pressByName(listing, SAVE_ALL);
    await expect.poll(() => unsaved(listing)).toBe(0);
    const panel = await openPanel();
    const rows = panel.getByRole('list', { name: 'Results' }).getByRole('listitem');
    await expect(panel.getByRole('status')).toHaveText('32 papers');
    const height = async () => (await rows.first().boundingBox())?.height ?? 0;
    const comfortable = await height();

    // The gear leads there from everywhere.
    const opened = context.waitForEvent('page');
    await panel.getByRole('button', { name: 'Options' }).click();
    const options = await opened;
    await expect(options.getByRole('heading', { name: 'Options', level: 1 })).toBeVisible();
    expect(options.url()).toContain(`${extensionId}/options.html`);
    await options.getByRole('radio', { name: 'Dark' }).check();
    await options.getByRole('radio', { name: 'Compact rows' }).check();
    await options.getByRole('radio', { name: /^As day and time/ }).check();
    expect(await scheme(options)).toBe('dark');

    await expect.poll(() => scheme(panel)).toBe('dark');
    await expect.poll(height).toBeLessThan(comfortable);
    await panel.getByRole('button', { name: 'History' }).click();
    await expect(panel.getByRole('time').first()).toHaveText(/^\w{3} \d{1,2} \w+, \d\d:\d\d$/);

    // Before the first paint: nothing of ours has run when the body is there, but the theme holds.
    const other = await context.newPage();
    await other.route('**/*.js', (route) =>
      route.request().url().endsWith('/look.js') ? route.continue() : route.abort(),
    );
    await other.goto(`chrome-extension://${extensionId}/sidepanel.html`);
    expect(await scheme(other)).toBe('dark');
    expect(await paper(other)).toBe('rgb(22, 25, 31)');
    await other.close();

    // The library has them: a page whose copy is lost gets them back.
    await options.evaluate(() => localStorage.removeItem('offprint-options'));
    await options.reload();
    await expect(options.getByRole('radio', { name: 'Dark' })).toBeChecked();
    await expect(options.getByRole('radio', { name: 'Compact rows' })).toBeChecked();
    await options.getByRole('radio', { name: 'As the system' }).check();
    await expect.poll(() => scheme(panel)).toBe('light dark');
  },
);

test(
  'deleting everything can be undone until it is said again',
  ONLY_LONG,
  async ({ offprint: { context, extensionId, openListing, openPanel } }) => {
    const listing = await openListing(DAILY);
    await pressByName(listing, SAVE_ALL);
    await expect.poll(() => unsaved(listing)).toBe(0);
    const panel = await openPanel();
    await expect(panel.getByRole('status')).toHaveText('32 papers');
    const options = await context.newPage();
    await options.goto(`chrome-extension://${extensionId}/options.html`);
    await options.getByRole('button', { name: 'Delete everything' }).click();
    await expect(options.getByRole('alert')).toHaveText('All papers are in the trash.');
    await expect(options.getByRole('status')).toContainText('0 papers');
    await options.getByRole('button', { name: 'Undo' }).click();
    await expect(options.getByRole('status')).toContainText('32 papers');

    await options.getByRole('button', { name: 'Delete everything' }).click();
    await options.getByRole('button', { name: 'Delete for good now' }).click();
    await expect(options.getByText('32 papers deleted for good')).toBeVisible();
    await expect(panel.getByRole('heading', { name: 'No papers yet' })).toBeVisible();
  },
);

test('sites and shortcuts show what the browser has', async ({ offprint: { context, extensionId } }) => {
  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  await expect(options.getByRole('switch', { name: /^Hugging Face/ })).toBeChecked();
  await expect(options.getByRole('switch', { name: /^ACL Anthology/ })).not.toBeChecked();
  await expect(options.getByText('Alt+Shift+D')).toBeVisible();
  const opened = context.waitForEvent('page');
  await options.getByRole('button', { name: 'Change shortcuts' }).click();
  await expect.poll(async () => (await opened).url()).toBe('chrome://extensions/shortcuts');
});
