/** A long list in the real browser: what is drawn, what a screen reader is told, and that the place is kept. */
import type { Page } from '@playwright/test';
import { LONG, ONLY_LONG } from '@/tests/long';
import { fill, told } from './fill';
import { chooseInRow, expect, test } from './offprint';

/** Enough that most are out of sight, and read page by page. */
const PAPERS = LONG ? 5000 : 700;

const rows = (panel: Page) => panel.getByRole('list', { name: 'Results' }).getByRole('listitem');

/** The rows in sight: their places, titles and tops, from top to bottom. */
function sight(panel: Page): Promise<{ place: number; title: string; top: number; height: number }[]> {
  return rows(panel).evaluateAll((items) =>
    items
      .map((item) => {
        const { top, height } = item.getBoundingClientRect();
        const title = item.querySelector('h2')?.textContent ?? '';
        return { place: Number(item.getAttribute('aria-posinset')), title, top, height };
      })
      .filter(({ top, height }) => top + height > 0 && top < innerHeight),
  );
}

/** Rows follow each other without gaps, in order, and all are read. */
async function expectWhole(panel: Page): Promise<void> {
  await expect
    .poll(async () => {
      const seen = await sight(panel);
      const whole = seen.every(({ title }) => title !== '');
      const close = seen.every(
        ({ place, top }, index) =>
          index === 0 ||
          (place === (seen[index - 1]?.place ?? 0) + 1 &&
            Math.abs(top - (seen[index - 1]?.top ?? 0) - (seen[index - 1]?.height ?? 0)) < 1),
      );
      return seen.length > 2 && whole && close;
    })
    .toBe(true);
}

test(
  'a long list is scrolled by wheel and by End, and only what is in sight is drawn',
  ONLY_LONG,
  async ({ offprint }) => {
    const panel = await offprint.openPanel();
    await fill(panel, PAPERS);
    await panel.mouse.move(200, 400);
    for (let turn = 0; turn < 30; turn++) await panel.mouse.wheel(0, 700);
    await expectWhole(panel);
    expect((await sight(panel))[0]?.place).toBeGreaterThan(100);
    expect(await rows(panel).count()).toBeLessThan(40);

    await panel.evaluate(() => (document.activeElement as HTMLElement).blur());
    await panel.keyboard.press('End');
    await expect.poll(async () => (await sight(panel)).at(-1)?.place).toBe(PAPERS);
    await expectWhole(panel);
    await panel.keyboard.press('Home');
    await expect.poll(async () => (await sight(panel))[0]?.place).toBe(1);
    await expectWhole(panel);
  },
);

test(
  'to a screen reader it is a list of all papers, each with its place and one heading',
  ONLY_LONG,
  async ({ offprint }) => {
    const panel = await offprint.openPanel();
    await fill(panel, PAPERS);
    const first = rows(panel).first();
    await expect(first).toHaveAttribute('aria-setsize', String(PAPERS));
    await expect(first).toHaveAttribute('aria-posinset', '1');
    const headings = () =>
      rows(panel).evaluateAll((items) => items.map((item) => item.querySelectorAll('h1, h2, h3').length));
    await expect.poll(async () => (await headings()).every((count) => count === 1)).toBe(true);
    const devtools = await panel.context().newCDPSession(panel);
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    const items = nodes.filter(({ role, ignored }) => role?.value === 'listitem' && !ignored);
    expect(items.length).toBe(await rows(panel).count());
    const list = nodes.find(({ role, name }) => role?.value === 'list' && name?.value === 'Results');
    expect(items.every(({ parentId }) => parentId === list?.nodeId)).toBe(true);
  },
);

test('what is in sight stays when a paper above it is removed or saved', ONLY_LONG, async ({ offprint }) => {
  const panel = await offprint.openPanel();
  await fill(panel, PAPERS);
  await panel.mouse.move(200, 400);
  for (let turn = 0; turn < 40; turn++) await panel.mouse.wheel(0, 700);
  await expectWhole(panel);
  // A browser scrolls by whole pixels.
  const seen = async () =>
    (await sight(panel)).map(({ place, title, top }) => ({ place, title, top: Math.round(top / 2) }));
  const close = (wanted: Awaited<ReturnType<typeof seen>>) =>
    expect
      .poll(async () => {
        const now = await seen();
        return wanted.every(({ place, title, top }) =>
          now.some((row) => row.place === place && row.title === title && Math.abs(row.top - top) <= 1),
        );
      })
      .toBe(true);
  // A wheel is followed for a while after it was turned, and rows are measured after that.
  let before = await seen();
  await expect
    .poll(
      async () => {
        const last = JSON.stringify(before);
        before = await seen();
        return JSON.stringify(before) === last;
      },
      { intervals: [300] },
    )
    .toBe(true);
  const other = await offprint.openPanel();
  await chooseInRow(rows(other).nth(2), 'Remove');
  await expect(panel.getByRole('status')).toHaveText(told(PAPERS - 1));
  const shifted = before.map((row) => ({ ...row, place: row.place - 1 }));
  await close(shifted);
  await other.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByRole('status')).toHaveText(told(PAPERS));
  await close(before);
});

test('keys walk the rows, and the row with the focus stays the same one', ONLY_LONG, async ({ offprint }) => {
  const panel = await offprint.openPanel();
  await fill(panel, PAPERS);
  const focused = () =>
    panel.evaluate(() => ({
      place: Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset')),
      title: document.activeElement?.textContent ?? '',
      seen: document.activeElement?.getBoundingClientRect().top ?? -1,
    }));
  await panel.getByRole('searchbox').press('ArrowDown');
  await expect.poll(async () => (await focused()).place).toBe(1);
  await panel.keyboard.press('End');
  await expect.poll(async () => (await focused()).place).toBe(PAPERS);
  await expect.poll(async () => (await focused()).title).not.toBe('');
  await panel.keyboard.press('ArrowUp');
  await panel.keyboard.press('ArrowUp');
  await expect.poll(async () => (await focused()).place).toBe(PAPERS - 2);
  await panel.keyboard.press('PageUp');
  await expect.poll(async () => (await focused()).place).toBeLessThan(PAPERS - 4);
  const { title, place } = await focused();
  const other = await offprint.openPanel();
  await chooseInRow(rows(other).nth(1), 'Remove');
  await expect.poll(focused).toMatchObject({ title, place: place - 1 });
  // Out of sight it is still there.
  await panel.mouse.move(200, 400);
  for (let turn = 0; turn < 10; turn++) await panel.mouse.wheel(0, -2000);
  await expect.poll(async () => (await sight(panel))[0]?.place).toBeLessThan(place - 60);
  await expect.poll(focused).toMatchObject({ title, place: place - 1 });
  await panel.keyboard.press('Home');
  await expect.poll(focused).toMatchObject({ place: 1 });
  expect((await focused()).seen).toBeGreaterThan(0);
});
