/**
 * `npm run bench:exchange`: what is read of real bibliography files (../shared/exchange), beside what other programs read, and
 * how long a large file takes. Writes tests/bench/exchange.md; fails at no threshold. `--no-times` keeps the times that are in it.
 */

import { readFile, writeFile } from 'node:fs/promises';
import { register } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

register('./alias.mjs', import.meta.url);
const { orComplain } = await import('@/scripts/lib/complain.mjs');
const { ROOT } = await import('@/scripts/lib/paths.mjs');
const { bundled } = await import('./quality/bundle.mjs');
const { readFiles } = await import('./exchange/files.mjs');
const { report, timesIn } = await import('./exchange/report.mjs');
const { measureBibtex } = await import('./exchange/times.mjs');

const REPORT = join(ROOT, 'tests/bench/exchange.md');

await orComplain(async () => {
  const { values } = parseArgs({ options: { 'no-times': { type: 'boolean' } } });
  /** @type {typeof import('./exchange/offprint')} */
  const product = await bundled('tests/bench/exchange/offprint.ts');
  const files = await readFiles(product);
  const times = values['no-times'] ? timesIn(await readFile(REPORT, 'utf8')) : await measureBibtex(product);
  const text = report(product, files, times);
  await writeFile(REPORT, text);
  console.log(text);
});
