/**
 * `npm run bench:formats`: 50,000 papers out and in, in each format but HTML, as a person does it in Chromium; and a large file of
 * BibTeX beside other parsers, in Node. Writes tests/bench/formats.md; fails at no threshold. `--papers N` takes fewer, and
 * then prints only.
 */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { register } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

register('./alias.mjs', import.meta.url);
const { orComplain } = await import('@/scripts/lib/complain.mjs');
const { ROOT } = await import('@/scripts/lib/paths.mjs');
const { buildForChrome } = await import('@/scripts/lib/build.mjs');
const { bundled } = await import('./quality/bundle.mjs');
const { withBrowser } = await import('./bench-browser.mjs');
const { measureBibtex } = await import('./exchange/times.mjs');
const { measureExport } = await import('./formats/measure-export.mjs');
const { measureImport } = await import('./formats/measure-import.mjs');
const { report } = await import('./formats/report.mjs');

const PAPERS = 50_000;
const REPORT = 'tests/bench/formats.md';

await orComplain(async () => {
  const { values } = parseArgs({ options: { papers: { type: 'string' } } });
  const papers = Number(values.papers ?? PAPERS);
  await buildForChrome();
  const folder = await mkdtemp(join(tmpdir(), 'offprint-formats-'));
  try {
    /** @type {import('./formats/report.mjs').Run} */
    const run = { papers, out: [], in: [], browser: '', date: new Date() };
    await withBrowser(async (bench) => {
      run.browser = bench.context.browser()?.version() ?? '';
      run.out = await measureExport(bench, { papers, folder, date: run.date });
    });
    await withBrowser(async (bench) => {
      run.in = await measureImport(bench, { papers, folder });
    });
    /** @type {typeof import('./exchange/offprint')} */
    const product = await bundled('tests/bench/exchange/offprint.ts');
    run.bibtex = await measureBibtex(product, papers);
    const text = report(run);
    console.log(text);
    if (papers === PAPERS) await writeFile(join(ROOT, REPORT), text);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
