/** `npm test`: everything that can be checked, from a fresh clone on a bare machine. */

import { ensureDependencies } from './lib/dependencies.mjs';
import { report } from './lib/report.mjs';
import { NONE } from './lib/tally.mjs';
import { STEPS } from './lib/test-steps.mjs';

async function installDependencies() {
  await ensureDependencies();
  return NONE;
}

await report([{ title: 'Dependencies', run: installDependencies }, ...STEPS]);
