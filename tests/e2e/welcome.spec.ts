/** The first run: from an empty profile to the first search. */
import { test as base } from '@playwright/test';
import { waitForButton } from '@/scripts/lib/closed-roots.mjs';
import { launch } from '@/scripts/lib/launch.mjs';
import { openPopup } from '@/scripts/lib/popup.mjs';
import { pressCard, SAVE, SAVED } from '@/scripts/lib/press.mjs';
import { serveListings } from '@/scripts/lib/sample-listing.mjs';
import { until } from '@/scripts/lib/until.mjs';
import { ONLY_LONG } from '@/tests/long';
import { openServed } from './collect-on';
import { expect, test } from './offprint';

base(
  'an empty profile shows three steps and three doors; a door leads to the first paper and its search',
  async () => {
    const { context, extensionId } = await launch({ welcome: true });
    await serveListings(context, ['tests/fixtures/huggingface/daily-2026.html']);
    await context.route('https://huggingface.co/papers', (route) =>
      route.fulfill({ status: 302, headers: { location: 'https://huggingface.co/papers/date/2026-09-28' } }),
    );
    const page = await until(
      async () =>
        context.pages().find((one) => one.url() === `chrome-extension://${extensionId}/welcome.html`),
      'the page of the first run did not open',
    );
    await expect(page.getByRole('heading', { name: 'Welcome to Offprint' })).toBeVisible();
    await expect(page.getByText('0 of 3 steps done')).toBeVisible();
    await expect(page.getByRole('searchbox')).toBeDisabled();

    const card = page.locator('article');
    await pressCard(page, card, SAVE);
    await waitForButton(page, SAVED, card);
    await page.getByRole('searchbox', { name: 'Search papers' }).pressSequentially('kettle');
    await expect(page.getByRole('list', { name: 'Results' }).getByRole('heading')).toHaveText(
      'Lamps in the reading room',
    );
    await expect(page.getByText('2 of 3 steps done')).toBeVisible();

    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Hugging Face today' }).click();
    const listing = await opened;
    const first = listing.locator('article').first();
    await pressCard(listing, first, SAVE);
    await waitForButton(listing, SAVED, first);
    const title = await first.getByRole('heading').innerText();
    const panel = await context.newPage();
    await panel.goto(`chrome-extension://${extensionId}/sidepanel.html`);
    await expect(panel.getByRole('status')).toHaveText('1 paper'); // the sample is not among them
    await panel.getByRole('searchbox').fill(title.split(' ').at(-1) ?? '');
    await expect(panel.getByRole('list', { name: 'Results' }).getByRole('heading')).toHaveText(title);
    await context.close();
  },
);

test(
  'the sample comes into the library if one wants it, and a profile that is known is not greeted again',
  ONLY_LONG,
  async ({ offprint: { context, extensionId, openPanel } }) => {
    expect(context.pages().filter((one) => one.url().endsWith('welcome.html'))).toEqual([]);
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/welcome.html`);
    await pressCard(page, page.locator('article'), SAVE);
    await page.getByRole('searchbox').fill('forty readers');
    await page.getByRole('button', { name: 'Keep it there' }).click();
    await expect(page.getByText('Now it is.')).toBeVisible();
    const panel = await openPanel();
    await expect(panel.getByRole('listitem').getByRole('heading')).toHaveText('Lamps in the reading room');
  },
);

test(
  'what moves stops soon, and without motion nothing moves',
  ONLY_LONG,
  async ({ offprint: { context, extensionId } }) => {
    const page = await context.newPage();
    const timings = async () => {
      await page.goto(`chrome-extension://${extensionId}/welcome.html`);
      await expect(page.getByRole('heading', { name: 'Welcome to Offprint' })).toBeVisible();
      return page.evaluate(() =>
        document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().endTime)),
      );
    };
    const moving = await timings();
    expect(moving.length).toBeGreaterThan(0);
    expect(Math.max(...moving)).toBeLessThan(5000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await timings()).toEqual([]);
  },
);

test('an empty popup speaks of the page in front, and collects from it', async ({
  offprint: { context, extensionId },
}) => {
  const list = ['2609.00001', '2609.00002', '2609.00003'].map(
    (id, index) => `<li><a href="https://arxiv.org/abs/${id}">Lanterns over harbour number ${index}</a></li>`,
  );
  const page = await openServed(
    context,
    'https://lab.example/reading',
    `<h1>Reading</h1><ul>${list.join('')}</ul>`,
  );
  const popup = await openPopup(context, extensionId, page);
  await popup.press('3 papers on this page: collect them');
  await popup.press('Save 3 papers');
  await until(async () => (await popup.text()).includes('Imported: 3 new'), 'they were not saved');
});
