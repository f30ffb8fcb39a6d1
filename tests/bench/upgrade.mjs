/**
 * `npm run bench:upgrade`: what becomes of a large library of version 2, on the built extension in Chromium, while the
 * worker is stopped again and again. Prints a report and writes tests/bench/upgrade.md. Fails if anything is lost.
 * `-- --papers=10000` takes another size than 100,000 and writes nothing.
 */

import { register } from 'node:module';

register('./alias.mjs', import.meta.url);
const { orComplain } = await import('@/scripts/lib/complain.mjs');
const { runUpgrade } = await import('./upgrade/run.mjs');

const size = process.argv.find((word) => word.startsWith('--papers='))?.split('=')[1];
await orComplain(() => runUpgrade({ papers: Number(size ?? 100_000), write: !size, date: new Date() }));
