import { waitForButton } from '@/scripts/lib/closed-roots.mjs';
import { pressByName, pressCard, SAVE, SAVE_ALL, SAVED } from '@/scripts/lib/press.mjs';
import { DAILY, expect, test, unsaved } from './offprint';
import { stopWorker } from './worker';

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

test('a paper that is deleted for good is gone from trash, history and search', async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  await pressCard(listing, listing.locator('article').first(), SAVE);
  await waitForButton(listing, SAVED);
  const panel = await offprint.openPanel();
  await panel.getByRole('button', { name: /^Remove:/ }).click();
  await panel.getByRole('button', { name: 'Trash' }).click();
  await panel.getByRole('button', { name: /^Delete for good:/ }).click();
  await expect(panel.getByRole('button', { name: 'Keep' })).toBeFocused();
  await panel.getByRole('button', { name: 'Delete for good', exact: true }).click();
  await expect(panel.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await panel.getByRole('button', { name: 'History' }).click();
  await expect(panel.getByRole('heading', { name: 'Nothing to undo' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await waitForButton(listing, SAVE);
});

test('a removed paper is restored from the trash', async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  await pressCard(listing, listing.locator('article').first(), SAVE);
  await waitForButton(listing, SAVED);
  const panel = await offprint.openPanel();
  const title = (await panel.getByRole('listitem').getByRole('heading').textContent()) ?? '';
  await panel.getByRole('button', { name: /^Remove:/ }).click();
  await expect(panel.getByRole('status')).toHaveText('0 papers');
  await panel.reload();
  await panel.getByRole('button', { name: 'Trash' }).click();
  await panel.getByRole('button', { name: `Restore: ${title}` }).click();
  await expect(panel.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await panel.getByRole('button', { name: 'Trash' }).click();
  await expect(panel.getByRole('listitem').getByRole('heading')).toHaveText(title);
});
