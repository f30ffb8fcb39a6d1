/**
 * `npm run bench:upgrade`: what becomes of a large library of version 2, on the built extension in Chromium, while the
 * worker is stopped again and again. Prints a report and writes tests/bench/upgrade.md. Fails if anything is lost.
 * `-- --papers=10000` takes another size than 100,000 and writes nothing; `--stop-every=5` stops it every 5 s instead of 20.
 */

import { register } from 'node:module';

register('./alias.mjs', import.meta.url);
const { orComplain } = await import('@/scripts/lib/complain.mjs');
const { runUpgrade } = await import('./upgrade/run.mjs');

const option = (/** @type {string} */ name) =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1];
const [size, seconds] = [option('papers'), option('stop-every')];
await orComplain(() =>
  runUpgrade({
    papers: Number(size ?? 100_000),
    stopMs: Number(seconds ?? 20) * 1000,
    write: !size && !seconds,
    date: new Date(),
  }),
);
