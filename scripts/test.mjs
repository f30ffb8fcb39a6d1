/**
 * `npm test`: everything that can be checked, from a fresh clone on a bare machine. `npm run test:long` repeats what is
 * random more often, and runs the end-to-end tests that take long (tests/long.ts).
 */

import { ensureDependencies } from './lib/dependencies.mjs';
import { report } from './lib/report.mjs';
import { NONE } from './lib/tally.mjs';
import { STEPS } from './lib/test-steps.mjs';

async function installDependencies() {
  await ensureDependencies();
  return NONE;
}

if (process.argv.includes('--long')) process.env.OFFPRINT_LONG = '1';
await report([{ title: 'Dependencies', run: installDependencies }, ...STEPS]);
