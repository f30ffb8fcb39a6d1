import { describe, expect, test } from 'vitest';
import { judge, sum, tallyPlaywright, tallyVitest, verdict } from '@/scripts/lib/tally.mjs';

describe('a run', () => {
  test('in which all passed is taken as it is', () => {
    const tally = { passed: 3, failed: 0, skipped: 1 };
    expect(judge(tally, 0)).toEqual(tally);
  });

  test('that ended badly without a failed test counts as one failure', () => {
    expect(judge({ passed: 3, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
    expect(judge({ passed: 3, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 3, failed: 2, skipped: 0 });
  });

  test('in which nothing ran counts as one failure, unless that is excused', () => {
    const skipped = { passed: 0, failed: 0, skipped: 4 };
    expect(judge(skipped, 0).failed).toBe(1);
    expect(judge(skipped, 0, { mayBeSkipped: true }).failed).toBe(0);
    expect(judge({ passed: 0, failed: 0, skipped: 0 }, 0, { mayBeSkipped: true }).failed).toBe(1);
  });
});

test('a file of Vitest that does not load has failed', () => {
  const files = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'skipped' }, { status: 'todo' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
  ];
  expect(tallyVitest({ testResults: files })).toEqual({ passed: 2, failed: 2, skipped: 2 });
});

test('errors of Playwright that belong to no test have failed', () => {
  const stats = { expected: 2, unexpected: 1, flaky: 0, skipped: 3 };
  expect(tallyPlaywright({ stats, errors: [{}] })).toEqual({ passed: 2, failed: 2, skipped: 3 });
});

test('the last line', () => {
  const total = sum([
    { passed: 1, failed: 2, skipped: 3 },
    { passed: 10, failed: 20, skipped: 30 },
  ]);
  expect(verdict(total)).toBe('11 passed, 22 failed, 33 skipped');
});
