import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { pressByName, SAVE_ALL } from '@/scripts/lib/press.mjs';
import { ExportFile } from '@/utils/paper/schema';
import { DAILY, expect, exportedJson, test, unsaved } from './offprint';

/** Saves the day list and answers with its export. */
async function filled(offprint: { openListing(address: string): Promise<Page>; openPanel(): Promise<Page> }) {
  const listing = await offprint.openListing(DAILY);
  await pressByName(listing, SAVE_ALL);
  await expect.poll(() => unsaved(listing)).toBe(0);
  const panel = await offprint.openPanel();
  await expect(panel.getByRole('status')).toHaveText('32 papers');
  return { listing, panel, file: ExportFile.parse(await exportedJson(panel)) };
}

async function choose(panel: Page, path: string): Promise<void> {
  await panel.getByRole('button', { name: 'Import', exact: true }).click();
  await panel.locator('input[type=file]').setInputFiles(path);
}

test('a library comes back from its file: preview, import, the same export; and the import is undone', async ({
  offprint,
}, info) => {
  const { listing, panel, file } = await filled(offprint);
  const path = info.outputPath('library.json');
  await writeFile(path, JSON.stringify(file));

  await choose(panel, path);
  await expect(panel.getByText('32 unchanged')).toBeVisible();
  await expect(panel.getByRole('status')).toHaveText('32 papers · You have all of these already.');
  await expect(panel.getByRole('button', { name: /^Import \d/ })).toHaveCount(0);
  await panel.getByRole('button', { name: 'Cancel' }).click();

  await pressByName(listing, 'Undo what was last saved');
  await expect.poll(() => unsaved(listing)).toBe(32);
  await panel.locator('input[type=file]').setInputFiles(path);
  // What was undone lies in the trash, and comes back with what the file says.
  await panel.getByRole('button', { name: 'Import 32 papers' }).click();
  await expect(panel.getByRole('status')).toContainText('Imported: 0 new, 0 merged, 32 back from the trash');
  await expect.poll(() => unsaved(listing)).toBe(0);
  expect(ExportFile.parse(await exportedJson(panel)).papers).toEqual(file.papers);

  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => unsaved(listing)).toBe(32);
  await expect(panel.getByRole('status')).toContainText('Taken back');
  await expect(panel.getByRole('button', { name: 'Redo' })).toBeFocused();
  await panel.keyboard.press('Enter');
  await expect.poll(() => unsaved(listing)).toBe(0);
  await expect(panel.getByRole('status')).toContainText('Imported: 0 new');
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeFocused();
});

test('bad files are told as such, and their good papers kept', async ({ offprint }, info) => {
  const { panel, file } = await filled(offprint);
  const path = info.outputPath('library.json');
  const bad = [
    { ...file.papers[0], savedAt: 'yesterday' },
    17,
    {
      ...file.papers[1],
      id: 'arxiv:2609.77777',
      title: 'Quite another paper about herons',
      identifiers: { arxiv: '2609.77777' },
    },
  ];
  await writeFile(path, JSON.stringify({ ...file, papers: bad }));
  await choose(panel, path);
  await expect(panel.getByText('2 refused')).toBeVisible();
  await expect(panel.getByText('the field “savedAt” is not as it should be')).toBeVisible();
  await panel.getByRole('button', { name: 'Import 1 paper', exact: true }).click();
  await expect(panel.getByRole('status')).toContainText('Imported: 1 new, 0 merged, 0 unchanged, 2 refused.');

  await panel.getByRole('button', { name: 'Choose another file' }).click();
  await writeFile(path, '{"hello":"world"}');
  await panel.locator('input[type=file]').setInputFiles(path);
  await expect(panel.getByRole('alert')).toContainText('There is no paper in this');

  await panel.getByRole('button', { name: 'Choose another file' }).click();
  await writeFile(path, JSON.stringify({ ...file, version: 2 }));
  await panel.locator('input[type=file]').setInputFiles(path);
  await expect(panel.getByText('written by a newer Offprint')).toBeVisible();
});

test('pasted text is read like a file', async ({ offprint }) => {
  const { panel, file } = await filled(offprint);
  await panel.getByRole('button', { name: 'Import', exact: true }).click();
  await panel.getByLabel('Or paste or drop text').fill(JSON.stringify(file));
  await panel.getByRole('button', { name: 'Read this text' }).click();
  await expect(panel.getByText('32 unchanged')).toBeVisible();
});
