import { expect, test } from 'vitest';
import type { TestModule } from 'vitest/node';
import { tallyVitest } from '@/scripts/lib/tally-reporter.mjs';

interface Outcome {
  state: string;
  errors?: { message: string; stack?: string }[];
}

/** A file of tests, as far as the reporter looks at it. */
function file(name: string, state: string, outcomes: Outcome[], errors: Outcome['errors'] = []): TestModule {
  const tests = outcomes.map((outcome, i) => ({ fullName: `test ${i + 1}`, result: () => outcome }));
  return {
    relativeModuleId: name,
    state: () => state,
    errors: () => errors,
    children: { allTests: () => tests },
  } as unknown as TestModule;
}

test('what passed, failed and was skipped is counted, and what failed is named', () => {
  const bad = { state: 'failed', errors: [{ message: 'no', stack: 'AssertionError: no\n  at line 3' }] };
  const files = [
    file('a.test.ts', 'passed', [{ state: 'passed' }, { state: 'skipped' }]),
    file('b.test.ts', 'failed', [bad, { state: 'passed' }]),
  ];
  expect(tallyVitest(files, [])).toEqual({
    passed: 2,
    failed: 1,
    skipped: 1,
    complaints: ['b.test.ts › test 1: AssertionError: no'],
  });
});

test('a test that never ended has failed', () => {
  const told = tallyVitest([file('a.test.ts', 'pending', [{ state: 'pending' }])], []);
  expect(told).toMatchObject({ passed: 0, failed: 1 });
});

test('a file that does not load has failed', () => {
  const told = tallyVitest([file('a.test.ts', 'failed', [], [{ message: 'no such module' }])], []);
  expect(told).toMatchObject({ failed: 1, complaints: ['a.test.ts: no such module'] });
});

test('an error outside of any test has failed, and is told', () => {
  const files = [file('a.test.ts', 'passed', [{ state: 'passed' }])];
  const stray = { message: 'late', stack: 'Error: late\n  at later.ts', type: 'Unhandled Rejection' };
  expect(tallyVitest(files, [stray])).toMatchObject({
    passed: 1,
    failed: 1,
    complaints: ['outside of any test: Unhandled Rejection Error: late'],
  });
});
