import type { browser } from 'wxt/browser';
import { pressByName, SAVE_ALL } from '@/scripts/lib/press.mjs';
import { DAILY, expect, test, unsaved } from './offprint';

declare const chrome: typeof browser;

/** As in a profile that is new but for its backups. */
async function loseLibrary(): Promise<void> {
  await chrome.storage.local.clear();
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('offprint');
    request.onsuccess = resolve;
    request.onerror = reject;
  });
}

test('a library is backed up and proven; a library that is lost comes back from it', async ({
  offprint: { context, extensionId, openListing },
}) => {
  const listing = await openListing(DAILY);
  await pressByName(listing, SAVE_ALL);
  await expect.poll(() => unsaved(listing)).toBe(0);

  const options = await context.newPage();
  await options.goto(`chrome-extension://${extensionId}/options.html`);
  const backups = options.locator('.backups');
  await expect(backups.getByRole('status')).toHaveText('There is no backup yet.');
  await backups.getByRole('button', { name: 'Back up now' }).click();
  await expect(backups.getByRole('status')).toContainText('Verified');
  await expect(backups.getByRole('listitem')).toContainText('32 papers');
  const download = options.waitForEvent('download');
  await backups.getByRole('button', { name: 'Save a backup file' }).click();
  expect((await download).suggestedFilename()).toMatch(/^offprint-backup-[\d-]+\.json$/);

  await options.evaluate(loseLibrary);
  await options.reload();
  await backups.getByRole('button', { name: /^Restore the backup of/ }).click();
  await options.getByRole('button', { name: 'Merge 32 papers' }).click();
  await expect(options.getByText(/^Imported: 32 new/)).toBeVisible();
  expect(new URL(options.url()).search).toBe('');
});
