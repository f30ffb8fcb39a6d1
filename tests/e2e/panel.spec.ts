import { pressByName, SAVE_ALL } from '@/scripts/lib/press.mjs';
import { search } from '@/scripts/lib/visit.mjs';
import { DAILY, expect, test, unsaved } from './offprint';

test.beforeEach(async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  await pressByName(listing, SAVE_ALL);
  await expect.poll(() => unsaved(listing)).toBe(0);
});

test('arrow keys lead from the box into the results and back', async ({ offprint }) => {
  const panel = await offprint.openPanel();
  await search(panel, 'state');
  const box = panel.getByRole('searchbox', { name: 'Search papers' });
  const titles = panel.getByRole('listitem').getByRole('link', { name: /./ });
  await expect(box).toBeFocused();
  await box.press('ArrowDown');
  await expect(titles.first()).toBeFocused();
  await panel.keyboard.press('ArrowUp');
  await expect(box).toBeFocused();
  await box.press('ArrowDown');
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('Escape');
  await expect(box).toBeFocused();
});

test('a removed paper comes back by Undo', async ({ offprint }) => {
  const panel = await offprint.openPanel();
  await search(panel, 'zeptonewton', 1);
  const title = await panel.getByRole('listitem').getByRole('heading').textContent();
  await panel
    .getByRole('listitem')
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect(panel.getByRole('status')).toHaveText('0 papers');
  await expect(panel.getByRole('heading', { name: 'Nothing found for “zeptonewton”' })).toBeVisible();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByRole('listitem').getByRole('heading')).toHaveText(title ?? '');
});

test('Ctrl Z takes the last change back, also right after it', async ({ offprint }) => {
  const panel = await offprint.openPanel();
  await expect(panel.getByRole('status')).toHaveText('32 papers');
  await panel
    .getByRole('button', { name: /^Remove:/ })
    .first()
    .click();
  await expect(panel.getByRole('status')).toHaveText('31 papers');
  await panel.keyboard.press('Control+z');
  await expect(panel.getByRole('status')).toHaveText('32 papers');
  await panel.getByRole('button', { name: 'Redo' }).click();
  await expect(panel.getByRole('status')).toHaveText('31 papers');
});

test('nothing scrolls sideways from 320 px on, in popup and side panel, light and dark', async ({
  offprint,
}) => {
  const panel = await offprint.openPanel();
  for (const page of ['popup.html', 'sidepanel.html']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.emulateMedia({ colorScheme });
      await panel.setViewportSize({ width: 320, height: 600 });
      await panel.goto(`chrome-extension://${offprint.extensionId}/${page}`);
      await expect(panel.getByRole('listitem').first()).toBeVisible();
      const overflow = await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${page} ${colorScheme}`).toBeLessThanOrEqual(0);
    }
  }
});
