/** The library goes out: in every format at a press, and by the dialog what was chosen. */
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { filePaper } from '@/tests/storage/papers';
import { importPapers } from './import-papers';
import { expect, test } from './offprint';

const PAPERS = [
  { title: 'Salt in {winter} & 100 % of it', authors: ['Ada van Berg'], publishedAt: '2026-01-05' },
  { title: 'Salt of the sea', authors: ['Ada van Berg'], publishedAt: '2026-02' },
  { title: '=HYPERLINK("https://a.example") of salt', authors: ['张三', 'The Salt Collaboration'] },
].map((paper, index) => filePaper({ id: `arxiv:2609.0000${index + 1}`, ...paper }));

/** How the file of each format begins. */
const BEGINNINGS: [name: string, ending: string, beginning: RegExp][] = [
  ['JSON', 'json', /^\{"format":"offprint-library"/],
  ['BibTeX', 'bib', /^@\w+\{\w+,/],
  ['BibLaTeX', 'bib', /^@\w+\{\w+,/],
  ['RIS', 'ris', /^TY {2}- /],
  ['CSL-JSON', 'json', /^\[\s*\{/],
  ['CSV', 'csv', /^\uFEFF?title,|^\uFEFF?\w+,/],
  ['Markdown', 'md', /Salt/],
  ['Markdown notes', 'zip', /^PK/],
  ['HTML', 'html', /^<!doctype html>/i],
  ['Backup (everything)', 'json', /"form":"everything"/],
];

async function textOf(download: Promise<Download>): Promise<string> {
  return readFile(await (await download).path(), 'utf8');
}

async function exportAs(panel: Page, name: string): Promise<Download> {
  await panel.getByRole('button', { name: 'Export' }).click();
  const download = panel.waitForEvent('download');
  await panel.getByRole('menuitem', { name, exact: true }).click();
  return download;
}

test('each item of the menu downloads a file of the whole library at once', async ({ offprint }, info) => {
  const panel = await offprint.openPanel();
  await importPapers(panel, PAPERS, info);
  for (const [name, ending, beginning] of BEGINNINGS) {
    const download = await exportAs(panel, name);
    expect(download.suggestedFilename(), name).toMatch(new RegExp(`^offprint-[\\w-]+\\.${ending}$`));
    expect(await textOf(Promise.resolve(download)), name).toMatch(beginning);
  }
});

test('the dialog exports what was found, shows it first, and keys stay when papers change', async ({
  offprint,
}, info) => {
  const panel = await offprint.openPanel();
  await importPapers(panel, PAPERS, info);
  await panel.getByRole('searchbox').fill('salt');
  await expect(panel.getByRole('status')).toContainText('3');
  await panel.getByRole('searchbox').fill('sea');
  await expect(panel.getByRole('status')).toContainText('1');
  await panel.getByRole('button', { name: 'Export' }).click();
  await panel.getByRole('menuitem', { name: 'More…' }).click();
  const dialog = panel.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'The paper in the list' }).check();
  await dialog.getByLabel('Format').selectOption('BibTeX');
  await expect(dialog.getByLabel('Preview')).toHaveValue(/^@\w+\{berg2026salt,[\s\S]*Salt of the sea/);
  const download = panel.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  const text = await textOf(download);
  expect(text.match(/^@/gm)).toHaveLength(1);
  await expect(dialog.getByRole('status')).toHaveText(/^offprint-.*\.bib with 1 paper went to the browser/);
  await dialog.getByRole('button', { name: 'Close' }).click();

  // The other paper would have this key. It has become the first one's.
  const whole = await textOf(exportAs(panel, 'BibTeX'));
  expect(whole).toMatch(/\{berg2026salt,\n(?:[^@]*\n)*?.*Salt of the sea/);
  expect(whole).toContain('{berg2026salta,');
});

test('a paper is cited by a key and a press', async ({ offprint }, info) => {
  const panel = await offprint.openPanel();
  await importPapers(panel, PAPERS.slice(0, 1), info);
  await panel.getByRole('listitem').first().getByRole('link').first().focus();
  await panel.keyboard.press('y');
  await expect(panel.getByRole('menuitem', { name: 'Copy citation (APA)' })).toBeFocused();
  await panel.keyboard.press('Enter');
  await expect(panel.getByText('Copied', { exact: true })).toBeVisible();
  const copied = () => panel.evaluate(() => navigator.clipboard.readText());
  await panel.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  expect(await copied()).toMatch(/^van Berg, A\. \(2026/);
  await panel.keyboard.press('y');
  await panel.getByRole('menuitem', { name: 'Copy \\cite command' }).click();
  await expect.poll(copied).toBe('\\cite{berg2026salt}');
});
