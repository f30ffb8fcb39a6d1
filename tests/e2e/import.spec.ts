import { writeFile } from 'node:fs/promises';
import type { Page, TestInfo } from '@playwright/test';
import { pressByName, SAVE, SAVE_ALL } from '@/scripts/lib/press.mjs';
import { stopWorker } from '@/scripts/lib/stop-worker.mjs';
import { ONLY_LONG } from '@/tests/long';
import { at } from '@/tests/storage/cards';
import { filePaper } from '@/tests/storage/papers';
import { writeJson } from '@/utils/formats/json/json';
import { ExportFile } from '@/utils/paper/schema';
import { chooseInRow, DAILY, expect, exportedJson, test, unsaved } from './offprint';

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

/** 2,000 papers that no other file has. */
async function largeFile(info: TestInfo, name: string): Promise<string> {
  const papers = Array.from({ length: 2000 }, (_, index) =>
    filePaper({ id: `openreview:${name}${index}`, title: `Lamp ${name}${index} on a long pier` }),
  );
  const path = info.outputPath(`${name}.json`);
  await writeFile(path, writeJson(papers, at(0)));
  return path;
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
  await expect(panel.getByRole('status')).toContainText('Undone');
  await expect(panel.getByRole('button', { name: 'Redo' })).toBeFocused();
  await panel.keyboard.press('Enter');
  await expect.poll(() => unsaved(listing)).toBe(0);
  await expect(panel.getByRole('status')).toContainText('Imported: 0 new');
  await expect(panel.getByRole('button', { name: 'Undo' })).toBeFocused();
});

test(
  'a large import goes on after the worker was stopped, lets a save pass, and is cancelled whole',
  ONLY_LONG,
  async ({ offprint }, info) => {
    const listing = await offprint.openListing(DAILY);
    const panel = await offprint.openPanel();
    await choose(panel, await largeFile(info, 'a'));
    await panel.getByRole('button', { name: 'Import 2,000 papers' }).click();
    await expect(panel.getByRole('status')).toHaveText(/^Importing… [1-9]\d?%$/);
    await stopWorker(offprint.context);
    await pressByName(listing, SAVE);
    await expect.poll(() => unsaved(listing)).toBe(31);
    await expect(panel.getByRole('status')).toContainText('Imported: 2,000 new');
    await panel.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(panel.getByRole('status')).toHaveText('2,001 papers');

    await choose(panel, await largeFile(info, 'b'));
    await panel.getByRole('button', { name: 'Import 2,000 papers' }).click();
    await expect(panel.getByRole('status')).toHaveText(/^Importing… [1-9]\d?%$/);
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await expect(panel.getByRole('status')).toContainText('Undone');
    await panel.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(panel.getByRole('progressbar')).toHaveCount(0);
    await expect(panel.getByRole('status')).toHaveText('2,001 papers');
  },
);

test(
  'a backup joins a library that went on: what was changed last stands, in the trash too',
  ONLY_LONG,
  async ({ offprint }, info) => {
    const { panel } = await filled(offprint);
    const rows = panel.getByRole('list', { name: 'Results' }).getByRole('listitem');
    await chooseInRow(rows.first(), 'Remove');
    await expect(panel.getByText('31 papers')).toBeVisible();
    const backup = await exportedJson(panel, 'Backup (everything)');
    expect(backup).toMatchObject({ form: 'everything', gone: [] });
    const path = info.outputPath('backup.json');
    await writeFile(path, JSON.stringify(backup));

    await chooseInRow(rows.first(), 'Remove');
    await expect(panel.getByText('30 papers')).toBeVisible();
    await choose(panel, path);
    // One lies in the trash there, the other was removed since: neither comes back.
    await expect(panel.getByText('32 unchanged')).toBeVisible();
    await panel.getByRole('button', { name: 'Cancel' }).click();
  },
);

test('bad files are told as such, and their good papers kept', ONLY_LONG, async ({ offprint }, info) => {
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
  await expect(panel.getByRole('alert')).toContainText('No papers found');

  await panel.getByRole('button', { name: 'Choose another file' }).click();
  await writeFile(path, JSON.stringify({ ...file, version: 3 }));
  await panel.locator('input[type=file]').setInputFiles(path);
  await expect(panel.getByText('written by a newer Offprint')).toBeVisible();
});

test('pasted text is read like a file', ONLY_LONG, async ({ offprint }) => {
  const { panel, file } = await filled(offprint);
  await panel.getByRole('button', { name: 'Import', exact: true }).click();
  await panel.getByLabel('Or paste or drop text').fill(JSON.stringify(file));
  await panel.getByRole('button', { name: 'Read this text' }).click();
  await expect(panel.getByText('32 unchanged')).toBeVisible();
});

test('a long list is filtered, and what is hidden keeps its ticks', ONLY_LONG, async ({ offprint }) => {
  const title = (number: number) => `Paper ${number} on ${number % 10 === 0 ? 'lanterns' : 'herons'} at dusk`;
  const entries = Array.from({ length: 40 }, (_, index) => {
    const number = index + 1;
    return `${title(number)}\nhttps://arxiv.org/abs/2609.${10_000 + number}\n`;
  });
  const panel = await offprint.openPanel();
  await panel.getByRole('button', { name: 'Import', exact: true }).click();
  await panel.getByLabel('Or paste or drop text').fill(entries.join('\n'));
  await panel.getByRole('button', { name: 'Read this text' }).click();
  await expect(panel.getByRole('status')).toHaveText('40 papers · 40 new');
  const rows = panel.getByRole('list', { name: 'Papers to choose from' }).getByRole('listitem');
  const filter = panel.getByRole('textbox', { name: 'Filter these papers' });
  const titled = (number: number) => panel.getByRole('checkbox', { name: title(number) });

  await titled(1).uncheck();
  await filter.fill('lantirns'); // spelled alike
  await expect(rows).toHaveCount(4);
  await panel.getByRole('checkbox', { name: 'Shown here: 4 of 4 chosen' }).uncheck();
  await expect(panel.getByRole('button', { name: 'Import 35 papers' })).toBeVisible();
  await expect(panel.getByRole('status')).toHaveText('40 papers · 40 new');

  await filter.fill('zebras');
  await expect(panel.getByText('No papers match')).toBeVisible();
  await filter.press('Escape');
  await expect(rows).toHaveCount(40);
  await expect(titled(1)).not.toBeChecked();
  await expect(titled(20)).not.toBeChecked();
  await expect(titled(2)).toBeChecked();
  await panel.getByRole('button', { name: 'Import 35 papers' }).click();
  await expect(panel.getByRole('status')).toContainText('Imported: 35 new');
  await panel.getByRole('button', { name: 'Show papers' }).click();
  const chosen = Array.from({ length: 40 }, (_, index) => index + 1).filter(
    (number) => number > 1 && number % 10 > 0,
  );
  await expect(panel.getByRole('listitem').getByRole('heading')).toHaveText(chosen.map(title));
});

test(
  'Escape leads back from every step, and text waits while another view is looked at',
  ONLY_LONG,
  async ({ offprint }) => {
    const { panel } = await filled(offprint);
    const open = (name: string) => panel.getByRole('button', { name, exact: true }).click();
    const field = panel.getByLabel('Or paste or drop text');
    await open('Import');
    await field.fill('https://arxiv.org/abs/2609.00001\nhttps://arxiv.org/abs/2609.00002');
    await open('Trash');
    await panel.keyboard.press('Escape');
    await expect(field).toHaveValue(/00002$/);
    await open('Import');
    await expect(panel.getByRole('status')).toHaveText('32 papers');
    await open('Import');
    await expect(field).toHaveValue(/00002$/);

    await open('Read this text');
    await expect(panel.getByRole('button', { name: 'Import 2 papers' })).toBeVisible();
    await panel.keyboard.press('Escape'); // from the preview
    await expect(field).toHaveValue(/00002$/);
    await open('Read this text');
    await open('Import 2 papers');
    await expect(panel.getByRole('status')).toContainText('Imported: 2 new');
    await panel.keyboard.press('Escape'); // from the end
    await expect(field).toHaveValue('');

    await field.fill('https://arxiv.org/abs/2609.00001\nhttps://arxiv.org/abs/2609.00002');
    await open('Read this text');
    await expect(panel.getByText('You have all of these already.')).toBeVisible();
    await expect(panel.getByRole('checkbox')).toHaveCount(0);
    await open('Show papers');
    await expect(panel.getByRole('listitem').getByRole('heading').first()).toHaveText('arxiv:2609.00001');
    await open('Import');
    await panel.keyboard.press('Escape');
    await expect(panel.getByRole('listitem').getByRole('heading').first()).toHaveText('arxiv:2609.00001');
    await expect(panel.getByRole('button', { name: 'Import', exact: true })).toBeFocused();
  },
);
