import { describe, expect, test } from 'vitest';
import { judge, sum, tallyPlaywright, verdict } from '@/scripts/lib/tally.mjs';

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

test('errors of Playwright that belong to no test have failed', () => {
  const stats = { expected: 2, unexpected: 1, flaky: 0, skipped: 3 };
  expect(tallyPlaywright({ stats, errors: [{}] })).toMatchObject({ passed: 2, failed: 2, skipped: 3 });
});

test('what failed in Playwright is named, however deep it stands', () => {
  const spec = (title: string, ok: boolean) => ({ title, file: 'save.spec.ts', line: 7, ok });
  const suites = [
    { specs: [spec('holds', true), spec('fails', false)], suites: [{ specs: [spec('fails too', false)] }] },
  ];
  const stats = { expected: 1, unexpected: 2, flaky: 0, skipped: 0 };
  const errors = [{ message: '\u001b[31mno such file\u001b[39m\nat line 3' }];
  expect(tallyPlaywright({ stats, errors, suites }).complaints).toEqual([
    'save.spec.ts:7 fails',
    'save.spec.ts:7 fails too',
    'no such file',
  ]);
});

test('the last line', () => {
  const total = sum([
    { passed: 1, failed: 2, skipped: 3 },
    { passed: 10, failed: 20, skipped: 30 },
  ]);
  expect(verdict(total)).toBe('11 passed, 22 failed, 33 skipped');
});
