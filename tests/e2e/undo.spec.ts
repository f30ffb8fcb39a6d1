import type { Page } from '@playwright/test';
import { waitForButton } from '@/scripts/lib/closed-roots.mjs';
import { pressByName, pressCard, SAVE, SAVE_ALL, SAVED } from '@/scripts/lib/press.mjs';
import { stopWorker } from '@/scripts/lib/stop-worker.mjs';
import { ONLY_LONG } from '@/tests/long';
import { chooseInRow, DAILY, expect, test, unsaved } from './offprint';

const UNDO = 'Undo what was last saved';

test('save, save all and unsave are undone on the page, step by step, over a reload and a stopped worker', async ({
  offprint,
}) => {
  const listing = await offprint.openListing(DAILY);
  const first = listing.locator('article').first();
  await pressCard(listing, first, SAVE);
  await waitForButton(listing, SAVED, first);
  await pressByName(listing, SAVE_ALL);
  await expect.poll(() => unsaved(listing)).toBe(0);
  await pressCard(listing, first, SAVED); // pressing a saved paper removes it
  await waitForButton(listing, SAVE, first);

  await stopWorker(offprint.context);
  await listing.reload();
  await waitForButton(listing, SAVED, listing.locator('article').nth(1));
  await expect.poll(() => unsaved(listing)).toBe(1);
  await pressByName(listing, UNDO); // the removal
  await expect.poll(() => unsaved(listing)).toBe(0);
  await pressByName(listing, UNDO); // save all, one step though it went in several messages
  await expect.poll(() => unsaved(listing)).toBe(31);
  await pressByName(listing, UNDO); // the first save
  await expect.poll(() => unsaved(listing)).toBe(32);
});

test('history undoes and does again what was done on pages', async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  await pressCard(listing, listing.locator('article').first(), SAVE);
  await waitForButton(listing, SAVED);
  const panel = await offprint.openPanel();
  await panel.getByRole('button', { name: 'History' }).click();
  const steps = panel.getByRole('list', { name: 'History' }).getByRole('listitem');
  await expect(steps).toHaveCount(1);
  await steps.getByRole('button', { name: 'Undo' }).click();
  await waitForButton(listing, SAVE, listing.locator('article').first());
  await steps.getByRole('button', { name: 'Redo' }).click();
  await waitForButton(listing, SAVED, listing.locator('article').first());
  await expect(steps.getByRole('button', { name: 'Undo' })).toBeVisible();
});

test('a removed paper is restored from the trash', ONLY_LONG, async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  await pressCard(listing, listing.locator('article').first(), SAVE);
  await waitForButton(listing, SAVED);
  const panel = await offprint.openPanel();
  const title = (await panel.getByRole('listitem').getByRole('heading').textContent()) ?? '';
  await chooseInRow(panel.getByRole('listitem'), 'Remove');
  await expect(panel.getByRole('status')).toHaveText('0 papers');
  await panel.reload();
  await panel.getByRole('button', { name: 'Trash' }).click();
  await panel.getByRole('button', { name: `Restore: ${title}` }).click();
  await expect(panel.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await panel.getByRole('button', { name: 'Trash' }).click();
  await expect(panel.getByRole('listitem').getByRole('heading')).toHaveText(title);
});

test(
  'papers are deleted for good from the trash, one and all, and nothing of them stays in the database',
  ONLY_LONG,
  async ({ offprint }) => {
    const listing = await offprint.openListing(DAILY);
    await pressByName(listing, SAVE_ALL);
    await expect.poll(() => unsaved(listing)).toBe(0);
    const panel = await offprint.openPanel();
    await expect(panel.getByRole('status')).toHaveText('32 papers');
    const titles: string[] = [];
    for (let left = 31; left >= 29; left--) {
      titles.push((await panel.getByRole('listitem').getByRole('heading').first().textContent()) ?? '');
      await chooseInRow(panel.getByRole('listitem').first(), 'Remove');
      await expect(panel.getByRole('status')).toHaveText(`${left} papers`);
    }
    await expect.poll(() => textOf(panel)).toContain(titles[0]);

    await panel.getByRole('button', { name: 'Trash', exact: true }).click();
    const rows = panel.getByRole('list', { name: 'Trash' }).getByRole('listitem');
    await expect(rows).toHaveCount(3);
    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.emulateMedia({ colorScheme });
      await panel.setViewportSize({ width: 320, height: 600 });
      await panel.getByRole('button', { name: 'Empty trash' }).click();
      await expect(panel.getByRole('button', { name: 'Keep' })).toBeFocused();
      expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await panel.keyboard.press('Escape');
      await expect(panel.getByRole('button', { name: 'Empty trash' })).toBeFocused();
    }

    await panel.getByRole('button', { name: `Delete for good: ${titles[1]}`, exact: true }).press('Enter');
    await panel.getByRole('button', { name: 'Delete for good', exact: true }).press('Enter');
    await expect(rows).toHaveCount(2);
    expect(await panel.evaluate(() => document.activeElement !== document.body)).toBe(true);
    await expect(panel.getByText('1 paper deleted for good')).toBeVisible();

    await panel.getByRole('button', { name: 'Empty trash' }).press('Enter');
    await expect(panel.getByText('2 papers will be deleted for good. This cannot be undone.')).toBeVisible();
    await panel.getByRole('button', { name: 'Delete for good', exact: true }).press('Enter');
    await expect(panel.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
    await expect(panel.getByRole('searchbox')).toBeFocused();

    // The index follows; its mark is taken away when it is done.
    await expect.poll(() => textOf(panel)).not.toContain('"forgotten"');
    const text = await textOf(panel);
    for (const title of titles) expect(text).not.toContain(title);
    await panel.getByRole('button', { name: 'History' }).click();
    await panel.getByRole('button', { name: 'Undo' }).first().click();
    await panel.getByRole('button', { name: 'Trash', exact: true }).click();
    await expect(rows).toHaveCount(29);
  },
);

/** The whole database as text. */
function textOf(panel: Page): Promise<string> {
  return panel.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('offprint'));
    const tables = [...db.objectStoreNames];
    const reading = db.transaction(tables);
    const rows = await Promise.all(tables.map((table) => done(reading.objectStore(table).getAll())));
    db.close();
    return JSON.stringify(rows);
  });
}
