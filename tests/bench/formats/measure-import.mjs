/** Files come in, up to the preview, in each format that is read: those that the product wrote, and made-up ones. */

import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownAddress } from '../bench-browser.mjs';
import { makeFiles } from './made-files.mjs';
import { WRITTEN } from './measure-export.mjs';
import { costOf } from './watch.mjs';

/** @import { Bench } from '../bench-browser.mjs' */
/** @import { Measured } from './measure-export.mjs' */

/** BibLaTeX is read as BibTeX is, and citations are only written. */
const UNREAD = ['Citations'];
const PATIENCE_MS = 30 * 60_000;

/**
 * @param {Bench} bench
 * @param {{ papers: number, folder: string }} how the files of the export lie in the folder
 * @returns {Promise<Measured[]>}
 */
export async function measureImport(bench, { papers, folder }) {
  /** @type {{ format: string, path: string }[]} */
  const files = WRITTEN.filter(([format]) => !UNREAD.includes(format)).map(([format, name]) => ({
    format,
    path: join(folder, name),
  }));
  for (const { format, name, text } of makeFiles(papers)) {
    const path = join(folder, name);
    await writeFile(path, text);
    files.push({ format, path });
  }
  /** @type {Measured[]} */
  const measured = [];
  for (const { format, path } of files) {
    const page = await bench.context.newPage();
    await page.goto(ownAddress(bench, 'sidepanel.html'));
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const cost = await costOf(bench.context, page, async () => {
      await page.locator('input[type=file]').setInputFiles(path);
      await page.getByRole('button', { name: /^Import [\d,]+ papers$/ }).waitFor({ timeout: PATIENCE_MS });
    });
    const found = await page.getByRole('button', { name: /^Import [\d,]+ papers$/ }).textContent();
    if (found !== `Import ${papers.toLocaleString('en')} papers`)
      console.warn(`${format}: ${found}, of ${papers}`);
    measured.push({ format, ...cost, fileMegabytes: (await stat(path)).size / 1e6 });
    console.log('in', format, cost);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.close();
  }
  return measured;
}
