import type { Page } from '@playwright/test';
import { findButtons, waitForButton } from '@/scripts/lib/closed-roots.mjs';
import { pressByName, pressCard, SAVE, SAVE_ALL } from '@/scripts/lib/press.mjs';
import { until } from '@/scripts/lib/until.mjs';
import { DAILY, expect, test } from './offprint';

/** Replaces the library by one that a newer Offprint wrote. */
function makeNewer(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('offprint', 1_000_000);
        request.onsuccess = () => resolve(request.result.close());
        request.onerror = () => reject(request.error);
      }),
  );
}

test('a library of a newer version: button, page and panel say so in words, nothing claims to be saved', async ({
  offprint,
}) => {
  const other = await offprint.context.newPage();
  await other.goto(`chrome-extension://${offprint.extensionId}/manifest.json`);
  await makeNewer(other);
  const listing = await offprint.openListing(DAILY);
  const card = listing.locator('article').first();
  await pressCard(listing, card, SAVE);
  const { name } = await waitForButton(listing, 'Save to Offprint failed', card);
  expect(name).toContain('newer Offprint');
  const panel = await offprint.openPanel();
  await expect(panel.getByRole('alert')).toContainText('newer Offprint');
  await expect(panel.getByRole('listitem')).toHaveCount(0);
  await expect(panel.getByText('No papers yet')).toHaveCount(0);
});

/** Whether the extension is gone for its script on the page, which lives in a world of its own there. */
async function isCutOff(page: Page, extensionId: string): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${extensionId}`) worlds.push(context.id);
  });
  await session.send('Runtime.enable'); // tells of all worlds before it answers
  const [contextId] = worlds;
  if (contextId === undefined) throw new Error('the extension has no script on the page');
  const expression = 'globalThis.chrome?.runtime?.id === undefined';
  const { result } = await session.send('Runtime.evaluate', { contextId, expression });
  await session.detach();
  return result.value;
}

test('after an update the page says that it must be loaded again', async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  const [worker] = offprint.context.serviceWorkers();
  await worker
    ?.evaluate(() =>
      (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload(),
    )
    .catch(() => undefined);
  await until(() => isCutOff(listing, offprint.extensionId), 'the page does not lose the extension');
  await pressCard(listing, listing.locator('article').first(), SAVE);
  const { name } = await waitForButton(listing, 'Save to Offprint after a reload');
  expect(name).toContain('must be loaded again');
  await pressByName(listing, SAVE_ALL);
  await expect.poll(async () => (await findButtons(listing, ['Save to Offprint after'])).length).toBe(0);
});
