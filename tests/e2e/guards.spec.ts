import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { waitForButton } from '@/scripts/lib/closed-roots.mjs';
import { pressByName, pressCard, SAVE, SAVE_ALL, SAVED } from '@/scripts/lib/press.mjs';
import { stopWorker } from '@/scripts/lib/stop-worker.mjs';
import { ONLY_LONG } from '@/tests/long';
import { DAILY, expect, test, unsaved } from './offprint';

function deleteLibrary(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('offprint');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
  );
}

test('a library that is suddenly empty is noticed; nothing is written before the person says so', async ({
  offprint,
}) => {
  const listing = await offprint.openListing(DAILY);
  const first = listing.locator('article').first();
  await pressCard(listing, first, SAVE);
  await waitForButton(listing, SAVED, first);
  const panel = await offprint.openPanel();
  await expect(panel.getByRole('status')).toHaveText('1 paper');

  await panel.goto(`chrome-extension://${offprint.extensionId}/manifest.json`);
  await stopWorker(offprint.context);
  await deleteLibrary(panel);
  await listing.reload();
  await waitForButton(listing, SAVE, first);
  await pressCard(listing, first, SAVE);
  const { name } = await waitForButton(listing, 'Save to Offprint failed', first);
  expect(name).toContain('is empty now');

  await panel.goto(`chrome-extension://${offprint.extensionId}/sidepanel.html`);
  await expect(
    panel.getByRole('heading', { name: 'Your library is empty, and held 1 paper before' }),
  ).toBeVisible();
  await panel.getByRole('button', { name: 'Start with an empty library' }).click();
  await expect(panel.getByRole('heading', { name: 'No papers yet' })).toBeVisible();
  await pressCard(listing, first, 'Save to Offprint failed');
  await waitForButton(listing, SAVED, first);
});

test('from a library that cannot be opened, what is readable is exported', async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  await pressByName(listing, SAVE_ALL);
  await expect.poll(() => unsaved(listing)).toBe(0);
  const panel = await offprint.openPanel();
  await expect(panel.getByRole('status')).toHaveText('32 papers');
  await panel.goto(`chrome-extension://${offprint.extensionId}/manifest.json`);
  await stopWorker(offprint.context);
  await panel.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('offprint', 1000);
        request.onsuccess = () => resolve(request.result.close());
      }),
  );
  await panel.goto(`chrome-extension://${offprint.extensionId}/sidepanel.html`);
  await expect(panel.getByRole('alert')).toContainText('newer Offprint');
  const download = panel.waitForEvent('download');
  await panel.getByRole('button', { name: 'Export what is readable' }).click();
  const file = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  expect(file.papers).toHaveLength(32);
});

test('the options page tells storage, version, rights and shortcuts', async ({ offprint }) => {
  const page = await offprint.context.newPage();
  await page.goto(`chrome-extension://${offprint.extensionId}/options.html`);
  for (const name of ['Library', 'Sites', 'Appearance', 'Version', 'Permissions', 'Shortcuts', 'Danger'])
    await expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(page.getByRole('status').first()).toContainText('0 papers');
  // With the right to be unlimited, it has: nobody asked it on this page.
  await expect(page.getByText(/The browser has promised/)).toBeVisible();
  await expect(page.getByText('unlimitedStorage')).toBeVisible();
  await expect(page.getByText('Alt+Shift+O')).toBeVisible();
});

test(
  'names and addresses on the options page break between words only, whatever the font',
  ONLY_LONG,
  async ({ offprint }) => {
    const page = await offprint.context.newPage();
    await page.goto(`chrome-extension://${offprint.extensionId}/options.html`);
    await page.getByText('addresses').click();
    await expect(page.getByText('unlimitedStorage')).toBeVisible();
    for (const width of [320, 600, 640, 800]) {
      await page.setViewportSize({ width, height: 700 });
      // Stands for narrower and wider fonts: the machine has whatever fonts it has.
      for (const spacing of [-1, 0, 0.5, 1, 2, 3]) {
        await page.evaluate((px) => {
          document.documentElement.style.letterSpacing = `${px}px`;
        }, spacing);
        const broken = await page.locator('dt, code, .addresses li').evaluateAll((terms) =>
          terms.flatMap((term) => {
            const walk = document.createTreeWalker(term, NodeFilter.SHOW_TEXT);
            const found: string[] = [];
            while (walk.nextNode()) {
              const range = document.createRange();
              range.selectNodeContents(walk.currentNode);
              if (range.getClientRects().length > 1) found.push(range.toString());
            }
            return found;
          }),
        );
        expect(broken, `${width} px, letters ${spacing} px apart`).toEqual([]);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
    }
  },
);

test('the hosts of the content scripts are asked for once: their permissions add no warning', async ({
  offprint,
}) => {
  const panel = await offprint.openPanel();
  const warnings = await panel.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        runtime: { getManifest(): Record<string, unknown> };
        management: { getPermissionWarningsByManifest(manifest: string): Promise<string[]> };
      };
    };
    const { host_permissions: hosts, ...manifest } = chrome.runtime.getManifest();
    const of = (one: object) => chrome.management.getPermissionWarningsByManifest(JSON.stringify(one));
    return { hosts, with: await of({ ...manifest, host_permissions: hosts }), without: await of(manifest) };
  });
  expect(warnings.hosts).toContain('https://huggingface.co/*');
  expect(warnings.without).not.toEqual([]);
  expect(warnings.with).toEqual(warnings.without);
});
