/**
 * `npm run bench:main-job`: how fast the main job is, on the built extension in Chromium. Prints a table and writes
 * tests/bench/main-job.md. Fails at no threshold: it is a report. `--quick` repeats little and writes nothing.
 */

import { register } from 'node:module';

register('./alias.mjs', import.meta.url);
const { orComplain } = await import('@/scripts/lib/complain.mjs');
const { runAll } = await import('./run-all.mjs');

await orComplain(() => runAll({ quick: process.argv.includes('--quick'), date: new Date() }));
