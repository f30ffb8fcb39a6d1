/** Reading what a test runner reports in a file, and doubting it. */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge, sound } from './tally.mjs';

/** @import { Tally } from './tally.mjs' */

/**
 * @param {(report: string) => Tally} tally reads the report
 * @param {(file: string) => Promise<number>} runner writes its report into the file, resolves to its exit code
 * @param {{ mayBeSkipped?: boolean }} [excuse]
 * @returns {Promise<Tally>} rejects if there is no report, or none that can be read
 */
export async function withReport(tally, runner, excuse) {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-test-'));
  try {
    const file = join(folder, 'report');
    const exitCode = await runner(file);
    const report = await readFile(file, 'utf8').catch(() => '');
    if (!report) throw new Error(`the tests crashed: no report was written (exit code ${exitCode})`);
    return judge(read(report, tally), exitCode, excuse);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} report
 * @param {(report: string) => Tally} tally
 */
function read(report, tally) {
  try {
    return sound(tally(report));
  } catch (error) {
    throw new Error('the tests crashed: their report cannot be read', { cause: error });
  }
}
