/** A library goes out by the dialog, in each format but HTML. */

import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fill, ownAddress } from '../bench-browser.mjs';
import { makeLibrary } from '../papers.mjs';
import { costOf } from './watch.mjs';

/** @import { Bench } from '../bench-browser.mjs' */
/** @import { Cost } from './watch.mjs' */

/** @typedef {Cost & { format: string, fileMegabytes: number }} Measured */

/** By their names in the dialog, and as the files are called here. HTML takes 5,000 papers. */
export const WRITTEN = /** @type {const} */ ([
  ['JSON', 'json.json'],
  ['BibTeX', 'bibtex.bib'],
  ['BibLaTeX', 'biblatex.bib'],
  ['RIS', 'ris.ris'],
  ['CSL-JSON', 'csl.json'],
  ['CSV', 'csv.csv'],
  ['Markdown', 'markdown.md'],
  ['Markdown notes', 'notes.zip'],
  ['Citations', 'citations.txt'],
]);
const PATIENCE_MS = 30 * 60_000;

/**
 * @param {Bench} bench
 * @param {{ papers: number, folder: string, date: Date }} how the files stay in the folder
 * @returns {Promise<Measured[]>}
 */
export async function measureExport(bench, { papers, folder, date }) {
  const library = makeLibrary(papers, date);
  library.settings.push({ name: 'papers', value: papers });
  await fill(bench, library);
  /** @type {Measured[]} */
  const measured = [];
  for (const [format, name] of WRITTEN) {
    const page = await bench.context.newPage();
    await page.goto(ownAddress(bench, 'sidepanel.html'));
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'More…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByLabel('Format').selectOption({ label: format });
    const button = dialog.getByRole('button', { name: 'Download' });
    await button.waitFor({ timeout: PATIENCE_MS });
    const path = join(folder, name);
    const cost = await costOf(bench.context, page, async () => {
      const coming = page.waitForEvent('download', { timeout: PATIENCE_MS });
      await button.click();
      await (await coming).saveAs(path);
    });
    measured.push({ format, ...cost, fileMegabytes: (await stat(path)).size / 1e6 });
    console.log('out', format, cost);
    await page.close();
  }
  return measured;
}
