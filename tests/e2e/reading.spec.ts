/** Working with what was saved, by keyboard, in a large library and over a restart of the browser. */
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { launch } from '@/scripts/lib/launch.mjs';
import { LONG, ONLY_LONG } from '@/tests/long';
import { filePaper } from '@/tests/storage/papers';
import { importPapers } from './import-papers';
import { expect, test } from './offprint';

const PAPERS = LONG ? 5000 : 1200;
/** The place of the paper that is looked for. */
const PLACE = 917;
const SOUGHT = 'Quokka guages for lanterns at dusk';
const MENDED = 'Quokka gauges for lanterns at dusk';

const LIBRARY = Array.from({ length: PAPERS }, (_, index) =>
  filePaper({
    id: `arxiv:2601.${String(index).padStart(5, '0')}`,
    title: index === PLACE ? SOUGHT : `Lamp ${index} on a long pier`,
    abstract: `Wicks burn unevenly in harbour ${index % 97}, and nobody has said why.`,
    authors: [`Ada Author${index % 300}`, 'Ben Lamplighter'],
    publishedAt: '2026-01-15',
    savedAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString(),
    tags: index % 500 === 0 ? ['field work'] : [],
  }),
);

let context: BrowserContext;
let panel: Page;
let profile: string;

async function start(): Promise<void> {
  const launched = await launch({ userDataDir: profile });
  context = launched.context;
  panel = await context.newPage();
  await panel.setViewportSize({ width: 400, height: 700 });
  await panel.goto(`chrome-extension://${launched.extensionId}/sidepanel.html`);
}

/** Presses keys one after the other. */
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await panel.keyboard.press(key);
}

/** Goes on with Tab until something has the focus. */
async function tabTo(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < 60; tabs++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await panel.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target}`);
}

const page = () => panel.getByRole('article');
const button = (name: string | RegExp) => page().getByRole('button', { name, exact: true });
const status = () => panel.getByRole('status');
const done = (words: string) => expect(panel.getByText(words, { exact: true })).toBeVisible();

test.beforeAll(async () => {
  const info = test.info();
  profile = info.outputPath('profile');
  await start();
  await importPapers(panel, LIBRARY, info);
});
test.afterAll(() => context?.close());

test('Back leads to the same place in a long list, with the focus on the row', ONLY_LONG, async () => {
  const list = panel.getByRole('list', { name: 'Results' });
  const focused = list.locator('li:has(:focus)');
  await press('/', 'ArrowDown');
  await expect(focused).toHaveAttribute('aria-posinset', '1');
  for (let screens = 0; screens < 12; screens++) await press('PageDown');
  await press('j', 'j', 'k');
  const place = (await focused.getAttribute('aria-posinset')) ?? '';
  expect(Number(place)).toBeGreaterThan(40);
  const title = (await focused.getByRole('heading').textContent()) ?? '';
  await expect(focused).toBeInViewport();
  const top = () => focused.evaluate((row) => Math.round(row.getBoundingClientRect().top));
  const before = await top();

  for (const back of [() => press('Escape'), () => panel.goBack()]) {
    await press('Enter');
    await expect(page().getByRole('heading', { name: title, exact: true })).toBeVisible();
    await expect(button('Back')).toBeFocused();
    await back();
    await expect(page()).toBeHidden();
    await expect(focused).toHaveAttribute('aria-posinset', place);
    await expect(focused.getByRole('heading').getByRole('link')).toBeFocused();
    expect(await top()).toBe(before);
  }
  // Edited on its page, it keeps its place as well.
  await press('Enter');
  await expect(button('Back')).toBeFocused();
  await press('s');
  await expect(button('Unstar')).toBeVisible();
  await press('Escape');
  await expect(focused).toHaveAttribute('aria-posinset', place);
  await expect(focused.getByRole('button', { name: 'Unstar' })).toBeAttached();
  expect(await top()).toBe(before);
  await press('s');
  await expect(focused.getByRole('button', { name: 'Star', exact: true })).toBeAttached();
  await press('End');
  await expect(focused).toHaveAttribute('aria-posinset', `${PAPERS}`);
  await press('Home');
  await expect(focused).toHaveAttribute('aria-posinset', '1');
});

test('by keyboard alone: find, star, tag, note, mark, mend, undo, restart, undo again, delete for good', async () => {
  await test.step('find and open', async () => {
    await press('/');
    await panel.keyboard.type('quokka');
    await expect(status()).toHaveText('1 paper');
    await press('ArrowDown', 'Enter');
    await expect(page().getByRole('heading', { name: SOUGHT })).toBeVisible();
  });

  await test.step('star, tag, note, mark as read', async () => {
    await press('s');
    await expect(button('Unstar')).toBeVisible();
    await press('t');
    await expect(page().getByRole('combobox', { name: 'Add tag' })).toBeFocused();
    await panel.keyboard.type('fie');
    await expect(panel.getByRole('option', { name: /^field work/ })).toContainText(
      `${Math.ceil(PAPERS / 500)} papers`,
    );
    await press('Enter');
    await panel.keyboard.type('to cite');
    await press('Enter');
    await expect(page().getByRole('list', { name: 'Tags' }).getByRole('listitem')).toHaveText([
      'field work',
      'to cite',
    ]);
    await tabTo(page().getByRole('textbox', { name: 'Note' }));
    await panel.keyboard.type('Compare with the *second* winter.');
    await expect(page().getByText('Saved', { exact: true })).toBeVisible();
    await tabTo(button('Status: unread'));
    await press('u', 'u');
    await expect(button('Status: read')).toBeVisible();
    await expect(page().locator('em')).toHaveText('second');
  });

  await test.step('mend the title', async () => {
    await press('e');
    const title = page().getByRole('textbox', { name: 'Title' });
    await expect(title).toBeFocused();
    await expect(title).toHaveValue(SOUGHT);
    await press('ControlOrMeta+a');
    await panel.keyboard.type(MENDED);
    await tabTo(button('Save changes'));
    await press('Enter');
    await expect(page().getByRole('heading', { name: MENDED })).toBeVisible();
  });

  await test.step('undo, and redo', async () => {
    await press('z');
    await expect(page().getByRole('heading', { name: SOUGHT })).toBeVisible();
    await press('Z');
    await expect(page().getByRole('heading', { name: MENDED })).toBeVisible();
    await press('z');
    await expect(page().getByRole('heading', { name: SOUGHT })).toBeVisible();
  });

  await test.step('restart, and undo again', async () => {
    await context.close();
    await start();
    await expect(status()).toHaveText(`${PAPERS.toLocaleString('en')} papers`);
    await press('z');
    await done(`Undone: Marked “${SOUGHT}” as read`);
    await press('/');
    await panel.keyboard.type('tag:="field work" is:reading is:starred winter');
    await expect(status()).toHaveText('1 paper');
    await press('ArrowDown', 'Enter');
    await expect(page().getByRole('textbox', { name: 'Note' })).toHaveValue(
      'Compare with the *second* winter.',
    );
  });

  await test.step('remove, and delete for good', async () => {
    await press('#');
    await expect(page().getByRole('heading', { name: `“${SOUGHT}” is in the trash` })).toBeVisible();
    await press('Escape');
    await expect(status()).toHaveText('0 papers');
    await tabTo(panel.getByRole('button', { name: 'Trash', exact: true }));
    await press('Enter');
    await tabTo(panel.getByRole('button', { name: `Delete for good: ${SOUGHT}` }));
    await press('Enter');
    await expect(panel.getByRole('button', { name: 'Keep' })).toBeFocused();
    await press('Shift+Tab', 'Enter');
    await done('1 paper deleted for good');
    await press('Escape', '/', 'ControlOrMeta+a', 'Delete');
    await expect(status()).toHaveText(`${(PAPERS - 1).toLocaleString('en')} papers`);
  });
});
