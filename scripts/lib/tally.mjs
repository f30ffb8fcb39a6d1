/**
 * Counting tests across tools that each report in their own way. Pure.
 *
 * Vitest's own tally is written by tally-reporter.mjs.
 *
 * Playwright's JSON reporter writes
 *   { stats: { expected, unexpected, flaky, skipped }, errors: [{ message }],
 *     suites: [{ suites, specs: [{ title, file, line, ok }] }] }
 * where `errors` are those that belong to no test, such as a file that does not load.
 */

import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} [complaints] what failed, a line each: said again at the end, where one looks first
 */

/** @typedef {{ title: string, file: string, line: number, ok: boolean }} PlaywrightSpec */
/** @typedef {{ suites?: PlaywrightSuite[], specs?: PlaywrightSpec[] }} PlaywrightSuite */
/** @typedef {{ expected: number, unexpected: number, flaky: number, skipped: number }} PlaywrightStats */
/** @typedef {{ stats: PlaywrightStats, errors: { message?: string }[], suites?: PlaywrightSuite[] }} PlaywrightReport */

/** @type {Readonly<Tally>} */
export const NONE = Object.freeze({ passed: 0, failed: 0, skipped: 0 });
/** @type {Readonly<Tally>} */
export const ONE_PASSED = Object.freeze({ passed: 1, failed: 0, skipped: 0 });
/** @type {Readonly<Tally>} */
export const ONE_FAILED = Object.freeze({ passed: 0, failed: 1, skipped: 0 });

/**
 * @param {PlaywrightReport} report
 * @returns {Tally}
 */
export function tallyPlaywright({ stats, errors, suites = [] }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    complaints: [...suites.flatMap(failedSpecs), ...errors.map(({ message }) => firstLine(message))],
  };
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {string[]}
 */
function failedSpecs({ suites = [], specs = [] }) {
  const failed = specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line} ${title}`);
  return [...failed, ...suites.flatMap(failedSpecs)];
}

/** @param {string | undefined} message */
export function firstLine(message) {
  return stripVTControlCharacters(message ?? 'an error without a message').replace(/\n.*$/s, '');
}

/**
 * @param {Tally} tally
 * @returns {Tally} the same; throws if something in it is no number of tests, as when a report is broken
 */
export function sound(tally) {
  for (const count of [tally.passed, tally.failed, tally.skipped])
    if (!Number.isSafeInteger(count) || count < 0) throw new Error('that is no number of tests');
  return tally;
}

/**
 * A run that ended badly although no test failed (a crash, an error between tests), or in which nothing ran at
 * all, counts as one failure: silence must never look like success.
 *
 * @param {Tally} tally
 * @param {number} exitCode of the tool
 * @param {{ mayBeSkipped?: boolean }} [excuse] whether it is in order that all tests are skipped
 * @returns {Tally}
 */
export function judge(tally, exitCode, { mayBeSkipped = false } = {}) {
  const ran = tally.passed + tally.failed + (mayBeSkipped ? tally.skipped : 0) > 0;
  const suspicious = !ran || (exitCode !== 0 && tally.failed === 0);
  return suspicious ? { ...tally, failed: tally.failed + 1 } : tally;
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of tallies) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/**
 * @param {Tally} tally
 * @returns {string} the line that outside checks read
 */
export function verdict({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
