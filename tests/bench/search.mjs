/**
 * `npm run bench`: how fast the search is beside other ways to search, in Chromium on pages of the built extension.
 * Writes tests/bench/search.md and assets/bench/search.svg. Fails at no threshold: it is a report. With `--quick` it
 * looks at 10,000 papers only, writes nothing, and its last line is JSON.
 */

import { register } from 'node:module';

register('./alias.mjs', import.meta.url);
const { orComplain } = await import('@/scripts/lib/complain.mjs');
const { runFull, runQuick } = await import('./search/run.mjs');

await orComplain(() => (process.argv.includes('--quick') ? runQuick() : runFull(new Date())));
