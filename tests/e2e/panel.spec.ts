import { openPopup } from '@/scripts/lib/popup.mjs';
import { pressByName, SAVE_ALL } from '@/scripts/lib/press.mjs';
import { search } from '@/scripts/lib/visit.mjs';
import { ONLY_LONG } from '@/tests/long';
import { chooseInRow, DAILY, expect, test, unsaved } from './offprint';

test.beforeEach(async ({ offprint }) => {
  const listing = await offprint.openListing(DAILY);
  await pressByName(listing, SAVE_ALL);
  await expect.poll(() => unsaved(listing)).toBe(0);
});

test('arrow keys lead from the box into the results and back', async ({ offprint }) => {
  const panel = await offprint.openPanel();
  await search(panel, 'state');
  await expect(panel.getByRole('status')).not.toHaveText('32 papers');
  const box = panel.getByRole('searchbox', { name: 'Search papers' });
  const titles = panel.getByRole('listitem').getByRole('heading').getByRole('link');
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
  await chooseInRow(panel.getByRole('listitem'), 'Remove');
  await expect(panel.getByRole('status')).toHaveText('0 papers');
  await expect(panel.getByRole('heading', { name: 'Nothing found for “zeptonewton”' })).toBeVisible();
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByRole('listitem').getByRole('heading')).toHaveText(title ?? '');
});

test('Ctrl Z takes the last change back, also right after it', ONLY_LONG, async ({ offprint }) => {
  const panel = await offprint.openPanel();
  await expect(panel.getByRole('status')).toHaveText('32 papers');
  await chooseInRow(panel.getByRole('listitem').first(), 'Remove');
  await expect(panel.getByRole('status')).toHaveText('31 papers');
  await panel.keyboard.press('Control+z');
  await expect(panel.getByRole('status')).toHaveText('32 papers');
  await panel.getByRole('button', { name: 'Redo' }).click();
  await expect(panel.getByRole('status')).toHaveText('31 papers');
});

test(
  'undo and redo go step by step by keys, but leave a text field its own, even an empty one',
  ONLY_LONG,
  async ({ offprint }) => {
    const panel = await offprint.openPanel();
    const status = panel.getByRole('status');
    await expect(status).toHaveText('32 papers');
    for (const left of [31, 30]) {
      await chooseInRow(panel.getByRole('listitem').first(), 'Remove');
      await expect(status).toHaveText(`${left} papers`);
    }
    const box = panel.getByRole('searchbox', { name: 'Search papers' });
    await box.pressSequentially('state');
    await expect(status).not.toHaveText('30 papers');
    await box.fill('');
    await box.press('Control+z');
    await expect(box).not.toHaveValue('');
    await box.fill('');
    await box.press('Control+Shift+z');
    await box.press('Control+y');
    await expect(status).toHaveText('30 papers');

    await panel.getByRole('button', { name: 'History' }).focus();
    const walk: [string, number][] = [
      ['Control+z', 31],
      ['Control+z', 32],
      ['Control+Shift+z', 31],
      ['Control+y', 30],
      ['Control+y', 30],
      ['Control+z', 31],
    ];
    for (const [key, papers] of walk) {
      await panel.keyboard.press(key);
      await expect(status).toHaveText(`${papers} papers`);
    }
    await chooseInRow(panel.getByRole('listitem').nth(3), 'Remove');
    await expect(status).toHaveText('30 papers');
    await panel.keyboard.press('Control+Shift+z');
    await expect(panel.getByText(/^Removed “/)).toBeVisible();
    await expect(status).toHaveText('30 papers');
  },
);

test(
  'a removed paper leaves the focus in its place, so that Ctrl Z is heard',
  ONLY_LONG,
  async ({ offprint }) => {
    const panel = await offprint.openPanel();
    await search(panel, 'state');
    await expect(panel.getByRole('status')).not.toHaveText('32 papers');
    const box = panel.getByRole('searchbox', { name: 'Search papers' });
    const links = panel.getByRole('listitem').getByRole('heading').getByRole('link');
    const [first = '', second = ''] = await links.allTextContents();
    await chooseInRow(panel.getByRole('listitem').first(), 'Remove');
    await expect(links.first()).toHaveText(second);
    await expect(links.first()).toBeFocused();
    await panel.keyboard.press('Control+z');
    await expect(links.first()).toHaveText(first);
    await expect(box).toHaveValue('state');
    await panel.getByRole('button', { name: 'Redo' }).click();
    await expect(panel.getByText(`Removed “${first}”`, { exact: true })).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Undo' })).toBeVisible();
  },
);

test('the way back from similar papers leads to where one was', ONLY_LONG, async ({ offprint }) => {
  const panel = await offprint.openPanel();
  const back = panel.getByRole('button', { name: 'Back', exact: true });
  const row = panel.getByRole('listitem').nth(20);
  const title = row.getByRole('heading').getByRole('link');
  const words = (await title.textContent()) ?? '';
  await chooseInRow(row, 'Similar papers');
  await expect(back).toBeFocused();
  await panel.keyboard.press('Escape');
  await expect(title).toHaveText(words);
  await expect(row).toBeInViewport();
  await expect(row.locator(':focus')).toBeVisible();
  // So does the browser's own Back.
  await chooseInRow(row, 'Similar papers');
  await expect(back).toBeFocused();
  await panel.goBack();
  await expect(row.locator(':focus')).toBeVisible();
  // From one similar paper to its page, and all the way back.
  await chooseInRow(row, 'Similar papers');
  await panel
    .getByRole('region', { name: /^Similar to/ })
    .getByRole('listitem')
    .first()
    .getByRole('link')
    .first()
    .click();
  await expect(panel.getByRole('article')).toBeVisible();
  await panel.keyboard.press('Escape');
  await expect(panel.getByRole('heading', { name: `Similar to “${words}”` })).toBeVisible();
  await panel.keyboard.press('Escape');
  await expect(row.locator(':focus')).toBeVisible();
  await expect(panel.getByRole('status')).toHaveText('32 papers');
});

test(
  'another query begins at the top of its list, also in the order of another',
  ONLY_LONG,
  async ({ offprint }) => {
    const panel = await offprint.openPanel();
    const box = panel.getByRole('searchbox', { name: 'Search papers' });
    for (const change of [
      () => box.press('l'),
      () => panel.getByRole('combobox', { name: 'Order' }).selectOption('published'),
    ]) {
      await panel.getByRole('listitem').last().scrollIntoViewIfNeeded();
      expect(await panel.evaluate(() => scrollY)).toBeGreaterThan(500);
      await change();
      await expect.poll(() => panel.evaluate(() => scrollY)).toBe(0);
    }
  },
);

test('what was misread is told without moving what was found', ONLY_LONG, async ({ offprint }) => {
  const panel = await offprint.openPanel();
  await search(panel, 'model "state');
  await expect(panel.getByRole('status')).not.toHaveText('32 papers');
  const first = panel.getByRole('list', { name: 'Results' }).getByRole('listitem').first();
  const top = async () => (await first.boundingBox())?.y;
  const before = await top();
  await expect(panel.getByRole('list', { name: 'What was misread' })).toBeInViewport();
  expect(await top()).toBe(before);
});

test(
  'the popup is as wide as it is meant to be, and the same in every view',
  ONLY_LONG,
  async ({ offprint: { context, extensionId, openListing } }) => {
    const popup = await openPopup(context, extensionId, await openListing(DAILY));
    const size = () => popup.evaluate('innerWidth + " × " + innerHeight');
    await expect.poll(() => popup.text()).toContain('32 papers');
    const first = await size();
    expect(Number.parseInt(first, 10)).toBeGreaterThanOrEqual(400);
    for (const view of ['Trash', 'History', 'History']) {
      const before = await popup.text();
      await popup.press(view);
      await expect.poll(() => popup.text()).not.toBe(before);
      await popup.evaluate(`(async () => {
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    })()`);
      expect(await size()).toBe(first);
    }
  },
);

test(
  'nothing scrolls sideways from 320 px on, in popup and side panel, light and dark',
  ONLY_LONG,
  async ({ offprint }) => {
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
  },
);

test('letters typed right after n all land in the note, and none is a command', async ({ offprint }) => {
  const panel = await offprint.openPanel();
  const row = panel.getByRole('list', { name: 'Results' }).getByRole('listitem').first();
  await row.getByRole('heading').getByRole('link').focus();
  await panel.keyboard.type('nsush, untold zebras #1'); // s, u, n, t, z and # are keys, too
  await expect(panel.getByRole('textbox', { name: 'Note' })).toHaveValue('sush, untold zebras #1');
  await expect(panel.getByText('Saved', { exact: true })).toBeVisible();
  await panel.keyboard.press('Escape');
  await expect(panel.getByRole('status')).toHaveText('32 papers');
  await expect(row.getByRole('button', { name: 'Star', exact: true })).toBeVisible();
  await expect(row.getByRole('button', { name: 'Status: unread' })).toBeVisible();
});
