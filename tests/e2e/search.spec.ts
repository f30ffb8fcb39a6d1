import type { Page } from '@playwright/test';
import { pressByName, SAVE_ALL } from '@/scripts/lib/press.mjs';
import { stopWorker } from '@/scripts/lib/stop-worker.mjs';
import { ONLY_LONG } from '@/tests/long';
import { chooseInRow, DAILY, expect, test, unsaved } from './offprint';

test.beforeEach(async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  await pressByName(listing, SAVE_ALL);
  await expect.poll(() => unsaved(listing)).toBe(0);
});

const box = (panel: Page) => panel.getByRole('searchbox', { name: 'Search papers' });
const titles = (panel: Page) =>
  panel.getByRole('list', { name: 'Results' }).getByRole('heading').allTextContents();

/** The rows of one of the library's tables. */
function rows(panel: Page, table: string): Promise<unknown[]> {
  return panel.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('offprint');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const request = opening.result.transaction(name).objectStore(name).getAll();
          request.onsuccess = () => {
            opening.result.close();
            resolve(request.result.map(({ name, segment }) => ({ name, segment })));
          };
        };
      }),
    table,
  );
}

test('the query language, filters and order, with the network off', async ({
  offprint: { context, openPanel },
}) => {
  await context.setOffline(true);
  const panel = await openPanel();
  await expect(panel.getByRole('status')).toHaveText('32 papers');
  const finds = async (query: string, count: number) => {
    await box(panel).fill(query);
    await expect(panel.getByRole('status'), query).toHaveText(count === 1 ? '1 paper' : `${count} papers`);
  };
  // No two in a row find as many: what was found for the text before would pass for the next.
  await finds('model', 21);
  await finds('model has:code', 12);
  await finds('model -has:code', 9);
  await finds('model OR zeptonewton', 22);
  await finds('"zeptonewton"', 1);
  await finds('saved:today', 32);
  await finds('saved:>1d', 0);
  await finds('site:huggingface', 32);
  await finds('year:..2020', 0);

  await finds('model', 21);
  await panel.getByRole('button', { name: 'Filters', exact: true }).click();
  await panel.getByRole('button', { name: 'With code', exact: true }).click();
  await expect(box(panel)).toHaveValue('model has:code');
  await expect(panel.getByRole('status')).toHaveText('12 papers');

  await box(panel).fill('');
  await panel.getByRole('combobox', { name: 'Order' }).selectOption('upvotes');
  await expect(panel.getByRole('status')).toHaveText('32 papers');
  const most = await titles(panel);
  await panel.getByRole('combobox', { name: 'Order' }).selectOption('published');
  await expect.poll(() => titles(panel)).not.toEqual(most);

  await box(panel).fill('colour:red model');
  await expect(panel.getByRole('list', { name: 'What was misread' })).toContainText(
    'There is no field “colour”',
  );
});

test('fields, days and names of the library are completed by the keyboard, over the list', async ({
  offprint: { openPanel },
}) => {
  const panel = await openPanel();
  await expect(panel.getByRole('status')).toHaveText('32 papers');
  const suggestions = panel.getByRole('listbox', { name: 'Suggestions' });
  const top = () => panel.getByRole('list', { name: 'Results' }).boundingBox();
  const before = await top();
  await box(panel).pressSequentially('auth');
  await expect(suggestions.getByRole('option')).toHaveText(['author: an author']);
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('Tab');
  await panel.keyboard.type('bhriain');
  await expect(suggestions.getByRole('option')).toHaveText([/^Aoife Ní Bhriain/]);
  expect((await top())?.y).toBe(before?.y);
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('Enter');
  await expect(box(panel)).toHaveValue('author:"Aoife Ní Bhriain" ');
  await panel.keyboard.type('saved:tod');
  await suggestions.getByRole('option', { name: 'today' }).click();
  await expect(box(panel)).toHaveValue('author:"Aoife Ní Bhriain" saved:today ');
  await expect(panel.getByRole('status')).toHaveText('1 paper');
  await expect(suggestions).toBeHidden();
  await panel.keyboard.press('ArrowDown');
  await expect(panel.getByRole('listitem').locator('[data-stop]').first()).toBeFocused();
});

test(
  'a typo is forgiven below what is spelled right, and nothing moves',
  ONLY_LONG,
  async ({ offprint: { openPanel } }) => {
    const panel = await openPanel();
    await box(panel).fill('zeptonewtn');
    await expect(panel.getByRole('status')).toHaveText('1 paper');
    await expect(panel.locator('mark').first()).toHaveText(/zeptonewton/i);
  },
);

test('papers like one are found by the terms they share', ONLY_LONG, async ({ offprint: { openPanel } }) => {
  const panel = await openPanel();
  await chooseInRow(panel.getByRole('listitem').first(), 'Similar papers');
  await expect(panel.getByRole('heading', { name: /^Similar to/ })).toBeVisible();
  await expect(panel.getByText(/^Shared: \w/).first()).toBeVisible();
  await panel.getByRole('button', { name: 'Back' }).click();
  await expect(panel.getByRole('status')).toHaveText('32 papers');
});

test(
  'a damaged index is told, made anew, and the search answers all the same',
  ONLY_LONG,
  async ({ offprint: { openPanel } }) => {
    const panel = await openPanel();
    await expect.poll(async () => (await rows(panel, 'segments')).length).toBeGreaterThan(0);
    await panel.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('offprint');
          opening.onsuccess = () => {
            const store = opening.result.transaction('segments', 'readwrite').objectStore('segments');
            const request = store.getAll();
            request.onsuccess = () => {
              for (const row of request.result)
                store.put({ ...row, header: row.header.map((byte: number) => byte ^ 1) });
            };
            store.transaction.oncomplete = () => resolve(opening.result.close());
          };
        }),
    );
    await panel.reload();
    await box(panel).fill('zeptonewton');
    await expect(panel.getByRole('status')).toHaveText('1 paper');
    await expect(panel.getByText('The search index was damaged')).toBeVisible();
    await expect.poll(async () => (await rows(panel, 'segments')).length).toBeGreaterThan(0);
    await panel.reload();
    await box(panel).fill('zeptonewton');
    await expect(panel.getByRole('status')).toHaveText('1 paper');
    await expect(panel.getByText('The search index was damaged')).toBeHidden();
  },
);

test(
  'a worker that is stopped right after a save leaves nothing unfound',
  ONLY_LONG,
  async ({ offprint: { context, openPanel } }) => {
    for (let stops = 0; stops < 3; stops++) await stopWorker(context);
    const panel = await openPanel();
    await box(panel).fill('zeptonewton');
    await expect(panel.getByRole('status')).toHaveText('1 paper');
    await box(panel).fill('site:huggingface');
    await expect(panel.getByRole('status')).toHaveText('32 papers');
  },
);

test(
  'what lies in the trash is found there, and comes back from there',
  ONLY_LONG,
  async ({ offprint: { openPanel } }) => {
    const panel = await openPanel();
    await box(panel).fill('zeptonewton');
    await expect(panel.getByRole('status')).toHaveText('1 paper');
    await chooseInRow(panel.getByRole('listitem'), 'Remove');
    await expect(panel.getByRole('status')).toHaveText('0 papers');
    await box(panel).fill('is:trashed zepto');
    await expect(panel.getByRole('status')).toHaveText('1 paper');
    await panel.getByRole('button', { name: /^Restore:/ }).click();
    await expect(panel.getByRole('status')).toHaveText('0 papers');
    await box(panel).fill('zeptonewton');
    await expect(panel.getByRole('status')).toHaveText('1 paper');
  },
);

test('what was half remembered is found, below what was found as written', async ({ offprint }) => {
  const panel = await offprint.openPanel();
  await expect(panel.getByRole('status')).toHaveText('32 papers');
  await box(panel).fill('sleepwalking agents glockenspiel');
  await expect(panel.getByText('With most of your words')).toBeVisible();
  await expect(panel.getByRole('status')).toHaveText('0 papers');
  expect((await titles(panel))[0]).toMatch(/^Sleepwalking Agents/);
  await panel.getByRole('button', { name: 'glockenspiel' }).first().click();
  await expect(box(panel)).toHaveValue('sleepwalking agents');
  await expect(panel.getByRole('status')).toHaveText('1 paper');

  await box(panel).fill('slepewalking');
  await panel.getByRole('button', { name: 'Did you mean sleepwalking?' }).press('Enter');
  await expect(box(panel)).toHaveValue('sleepwalking');
});
