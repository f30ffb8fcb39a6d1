/** Edits that are refused, that meet in two windows, or that nobody seems to hear. */
import type { Page, TestInfo } from '@playwright/test';
import { openPopup } from '@/scripts/lib/popup.mjs';
import { stopWorker } from '@/scripts/lib/stop-worker.mjs';
import { ONLY_LONG } from '@/tests/long';
import { filePaper } from '@/tests/storage/papers';
import { ExportFile } from '@/utils/paper/schema';
import { importPapers } from './import-papers';
import { chooseInRow, expect, exportedJson, test } from './offprint';

const SALT = 'Salt and silence in winter';
const FOXES = 'Foxes at the edge of town';
const LIBRARY = [
  filePaper({ id: 'doi:10.1234/salt', title: SALT, authors: ['Ada Author'], publishedAt: '2025-11' }),
  filePaper({ id: 'doi:10.1234/foxes', title: FOXES, authors: ['Ben Lamplighter'], publishedAt: '2026-02' }),
];

interface Desk {
  openPanel(): Promise<Page>;
}

/** A panel with the library in it. */
async function filled({ openPanel }: Desk, info: TestInfo): Promise<Page> {
  const panel = await openPanel();
  await importPapers(panel, LIBRARY, info);
  return panel;
}

/** Opens a paper's page from the list. */
async function openPaper(panel: Page, title: string): Promise<void> {
  await panel.getByRole('list', { name: 'Results' }).getByRole('link', { name: title }).click();
  await expect(paperPage(panel).getByRole('heading', { name: title })).toBeVisible();
}

async function openForm(panel: Page, title: string): Promise<void> {
  await openPaper(panel, title);
  await panel.keyboard.press('e');
  await expect(field(panel, 'Title')).toBeFocused();
}

/** Two windows, each with the form of the same paper. */
async function twoForms(offprint: Desk, info: TestInfo): Promise<[Page, Page]> {
  const one = await filled(offprint, info);
  const two = await offprint.openPanel();
  for (const panel of [one, two]) await openForm(panel, SALT);
  return [one, two];
}

const paperPage = (panel: Page) => panel.getByRole('article');
const field = (panel: Page, name: string) => paperPage(panel).getByRole('textbox', { name, exact: true });
const note = (panel: Page) => field(panel, 'Note');
const save = (panel: Page) => paperPage(panel).getByRole('button', { name: 'Save changes' }).click();
const heading = (panel: Page, title: string) => paperPage(panel).getByRole('heading', { name: title });

async function exported(panel: Page, title: string) {
  const { papers } = ExportFile.parse(await exportedJson(panel));
  return papers.find((paper) => paper.title === title);
}

test(
  'an emptied title and a day that does not exist are refused with a sentence, and what was typed stays',
  ONLY_LONG,
  async ({ offprint }, info) => {
    const panel = await filled(offprint, info);
    await openForm(panel, SALT);
    await field(panel, 'Title').fill('  ');
    await save(panel);
    await expect(panel.getByRole('alert')).toHaveText('A title cannot be empty. Nothing was changed.');
    await expect(field(panel, 'Title')).toHaveValue('  ');
    await field(panel, 'Title').fill('Salt, corrected');
    await field(panel, 'Published').fill('2026-02-31');
    await save(panel);
    await expect(panel.getByRole('alert')).toContainText('This cannot be kept as “Published”');
    await field(panel, 'Published').fill('2026-02-28');
    await save(panel);
    await expect(heading(panel, 'Salt, corrected')).toBeVisible();
    await expect(panel.getByRole('alert')).toBeHidden();
    // One step, however many fields.
    await panel.keyboard.press('z');
    await expect(heading(panel, SALT)).toBeVisible();
  },
);

test('a DOI that another paper holds says so, and leads there', async ({ offprint }, info) => {
  const panel = await filled(offprint, info);
  await openForm(panel, SALT);
  await field(panel, 'New identifier').fill('https://doi.org/10.1234/FOXES');
  await panel.keyboard.press('Enter');
  await expect(panel.getByRole('alert')).toContainText('Another paper in your library has this identifier');
  await panel.getByRole('button', { name: 'Show that paper' }).click();
  await expect(heading(panel, FOXES)).toBeVisible();
  await expect(panel.getByRole('alert')).toBeHidden();
  await panel.goBack();
  await field(panel, 'New identifier').fill('10.1234/salt.v2');
  await panel.keyboard.press('Enter');
  await expect(paperPage(panel).getByText('doi:10.1234/salt.v2')).toBeVisible();
});

test(
  'two windows edit different fields of one paper at once: both edits stay',
  ONLY_LONG,
  async ({ offprint }, info) => {
    const [one, two] = await twoForms(offprint, info);
    await field(one, 'Title').fill('Salt, corrected');
    await field(two, 'Venue').fill('Winter Letters');
    await field(two, 'Authors').fill('Ada Author\nCleo Keeper');
    await Promise.all([save(one), save(two)]);
    for (const panel of [one, two]) {
      await expect(heading(panel, 'Salt, corrected')).toBeVisible();
      await expect(paperPage(panel)).toContainText('Winter Letters');
      await expect(paperPage(panel)).toContainText('Cleo Keeper');
    }
    await one.keyboard.press('Escape');
    expect(await exported(one, 'Salt, corrected')).toMatchObject({
      venue: 'Winter Letters',
      authors: ['Ada Author', 'Cleo Keeper'],
      edited: expect.arrayContaining(['title', 'venue', 'authors']),
    });
  },
);

test(
  'two windows edit the same field: the later one stays, and undoing it brings the earlier one back',
  ONLY_LONG,
  async ({ offprint }, info) => {
    const [one, two] = await twoForms(offprint, info);
    await field(one, 'Title').fill('The earlier title');
    await field(two, 'Title').fill('The later title');
    await save(one);
    await expect(heading(one, 'The earlier title')).toBeVisible();
    await expect(field(two, 'Title')).toHaveValue('The later title');
    await save(two);
    for (const panel of [one, two]) await expect(heading(panel, 'The later title')).toBeVisible();
    await one.keyboard.press('Escape');
    await one.getByRole('button', { name: 'History', exact: true }).click();
    const steps = one.getByRole('list', { name: 'History' }).getByRole('listitem');
    await expect(steps.nth(1)).toContainText('Edited the title');
    await steps.first().getByRole('button', { name: 'Undo' }).click();
    await expect(heading(two, 'The earlier title')).toBeVisible();
  },
);

test(
  'edits are kept though the worker was stopped before each of them',
  ONLY_LONG,
  async ({ offprint }, info) => {
    const panel = await filled(offprint, info);
    await openForm(panel, SALT);
    await field(panel, 'Title').fill('Salt, corrected');
    await stopWorker(offprint.context);
    await save(panel);
    await expect(heading(panel, 'Salt, corrected')).toBeVisible();
    await stopWorker(offprint.context);
    await paperPage(panel).getByRole('button', { name: 'Star', exact: true }).click();
    await stopWorker(offprint.context);
    await note(panel).fill('Read again');
    await expect(paperPage(panel).getByText('Saved', { exact: true })).toBeVisible();
    await stopWorker(offprint.context);
    await note(panel).press('End');
    await note(panel).pressSequentially(', in spring');
    await panel.keyboard.press('Escape');
    await expect
      .poll(() => exported(panel, 'Salt, corrected'))
      .toMatchObject({ starred: true, note: 'Read again, in spring' });
  },
);

test(
  'a paper that another window removes while its page is open says so, and comes back with what was typed',
  ONLY_LONG,
  async ({ offprint }, info) => {
    const one = await filled(offprint, info);
    const two = await offprint.openPanel();
    await openForm(one, SALT);
    await field(one, 'Venue').fill('Winter Letters');
    await chooseInRow(two.getByRole('listitem').filter({ hasText: SALT }), 'Remove');
    await expect(heading(one, `“${SALT}” is in the trash`)).toBeVisible();
    await paperPage(one).getByRole('button', { name: 'Restore' }).click();
    await expect(field(one, 'Venue')).toHaveValue('Winter Letters');
    await save(one);
    await expect(paperPage(one)).toContainText('Winter Letters');

    await two.keyboard.press('Escape');
    await chooseInRow(two.getByRole('listitem').filter({ hasText: SALT }), 'Remove');
    await two.getByRole('button', { name: 'Trash', exact: true }).click();
    await two.getByRole('button', { name: `Delete for good: ${SALT}` }).click();
    await two.getByRole('button', { name: 'Delete for good', exact: true }).click();
    await expect(heading(one, 'This paper is not in your library')).toBeVisible();
  },
);

test('a note typed into a page that is closed at once loses no letter', async ({
  offprint: { context, extensionId, openPanel, openListing: _ },
}, info) => {
  const panel = await filled({ openPanel }, info);
  await openPaper(panel, SALT);
  await panel.keyboard.press('n');
  await panel.keyboard.type('Every letter of this is kept');
  await panel.close();
  const again = await openPanel();
  await openPaper(again, SALT);
  await expect(note(again)).toHaveValue('Every letter of this is kept');

  const popup = await openPopup(context, extensionId, again);
  await popup.evaluate(`location.hash = '#/paper/${encodeURIComponent('doi:10.1234/foxes')}/note'`);
  await expect.poll(() => popup.evaluate(`document.activeElement?.tagName`)).toBe('TEXTAREA');
  await popup.evaluate(`{
    for (const letter of 'Typed into a popup') document.execCommand('insertText', false, letter);
    window.close();
  }`);
  await again.keyboard.press('Escape');
  await openPaper(again, FOXES);
  await expect(note(again)).toHaveValue('Typed into a popup');
});

test('two windows write into one note at once: both texts are kept', async ({ offprint }, info) => {
  const one = await filled(offprint, info);
  const two = await offprint.openPanel();
  for (const panel of [one, two]) {
    await openPaper(panel, SALT);
    await note(panel).focus();
  }
  await Promise.all([
    note(one).pressSequentially('from the one'),
    note(two).pressSequentially('from the other'),
  ]);
  for (const panel of [one, two]) await panel.keyboard.press('Tab');
  for (const panel of [one, two]) {
    await expect(note(panel)).toHaveValue(/from the one/);
    await expect(note(panel)).toHaveValue(/from the other/);
  }
  // Whoever has seen both may bring them together.
  await note(two).fill('from both');
  await expect(paperPage(two).getByText('Saved', { exact: true })).toBeVisible();
  await expect(note(one)).toHaveValue('from both');
});
