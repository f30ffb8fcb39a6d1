/**
 * `npm run bench:list`: the list of papers, scrolled from top to bottom and opened, in libraries of up to 100,000 papers.
 * Prints a table and writes tests/bench/list.md. `--quick` leaves out the largest library and writes nothing. Fails at no
 * threshold: it is a report.
 */

import { register } from 'node:module';

register('./alias.mjs', import.meta.url);
const { orComplain } = await import('@/scripts/lib/complain.mjs');
const { measureList } = await import('./measure-list.mjs');

await orComplain(() => measureList({ quick: process.argv.includes('--quick'), date: new Date() }));
