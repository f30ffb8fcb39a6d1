/**
 * A reporter of Vitest that writes a tally into the file OFFPRINT_TALLY. Vitest's JSON reporter (4.1) leaves out the
 * errors that belong to no test, and they alone can fail a run.
 */

import { writeFileSync } from 'node:fs';
import { firstLine } from './tally.mjs';

/** @import { SerializedError } from 'vitest' */
/** @import { Reporter, TestModule } from 'vitest/node' */
/** @import { Tally } from './tally.mjs' */

/** @implements {Reporter} */
export default class TallyReporter {
  /**
   * @param {readonly TestModule[]} modules
   * @param {readonly SerializedError[]} strays
   */
  onTestRunEnd(modules, strays) {
    const file = process.env.OFFPRINT_TALLY;
    if (!file) throw new Error('OFFPRINT_TALLY names no file');
    writeFileSync(file, JSON.stringify(tallyVitest(modules, strays)));
  }
}

/**
 * A file that did not load, or whose hooks failed, counts as one failure; so does each error outside of any test.
 *
 * @param {readonly TestModule[]} modules
 * @param {readonly SerializedError[]} strays
 * @returns {Tally}
 */
export function tallyVitest(modules, strays) {
  /** @type {string[]} */
  const complaints = [];
  let passed = 0;
  let skipped = 0;
  for (const module of modules) {
    let failedHere = false;
    for (const test of module.children.allTests()) {
      const { state, errors } = test.result();
      if (state === 'passed') passed++;
      else if (state === 'skipped') skipped++;
      else {
        failedHere = true;
        complaints.push(`${module.relativeModuleId} › ${test.fullName}: ${reason(errors)}`);
      }
    }
    if (module.state() === 'failed' && !failedHere)
      complaints.push(`${module.relativeModuleId}: ${reason(module.errors())}`);
  }
  complaints.push(...strays.map((stray) => `outside of any test: ${stray.type ?? ''} ${reason([stray])}`));
  return { passed, failed: complaints.length, skipped, complaints };
}

/** @param {readonly SerializedError[] | undefined} errors */
function reason(errors) {
  return firstLine(errors?.[0]?.stack ?? errors?.[0]?.message);
}
