/**
 * `npm test`: everything that can be checked, from a fresh clone on a bare machine. Every step runs, whatever
 * became of the others; the last line is the sum of all.
 */

import { orComplain, sentence } from './lib/complain.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ONE_FAILED, sum, verdict } from './lib/tally.mjs';

/** @import { Tally } from './lib/tally.mjs' */

/** @type {Map<string, Tally>} by title of the step */
const tallies = new Map();

await orComplain(async () => {
  await ensureDependencies();
  const { STEPS } = await import('./lib/test-steps.mjs');
  for (const { title, run } of STEPS) {
    console.log(`\n── ${title} ──`);
    tallies.set(title, await run().catch(failed));
  }
});
if (tallies.size === 0) tallies.set('Dependencies', ONE_FAILED);

const bad = [...tallies].filter(([, tally]) => tally.failed > 0).map(([title]) => title);
if (bad.length > 0) {
  console.log(`\nNot in order: ${bad.join(', ')}`);
  process.exitCode = 1;
}
console.log(`\n${verdict(sum([...tallies.values()]))}`);

/**
 * @param {unknown} error
 * @returns {Tally}
 */
function failed(error) {
  console.error(`Offprint: ${sentence(error)}`);
  return ONE_FAILED;
}
