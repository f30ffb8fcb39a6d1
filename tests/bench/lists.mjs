/**
 * `npm run bench:lists`: many lists open at once, what a page of many cards costs, and what a page can tell by the clock.
 * Prints a table and writes tests/bench/lists.md. `-- --old FOLDER` measures another build in turn with ours, `--quick`
 * measures little and writes nothing. Fails at no threshold: it is a report.
 */

import { register } from 'node:module';

register('./alias.mjs', import.meta.url);
const { orComplain } = await import('@/scripts/lib/complain.mjs');
const { measureLists } = await import('./measure-lists.mjs');

const old = process.argv.indexOf('--old');
await orComplain(() =>
  measureLists({
    quick: process.argv.includes('--quick'),
    old: old < 0 ? undefined : process.argv[old + 1],
    date: new Date(),
  }),
);
