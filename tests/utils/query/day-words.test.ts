import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, dayText, weekdayOf } from '@/utils/query/calendar';
import { DAY_WORDS, daysCalled } from '@/utils/query/day-words';

const day = (text: string) => dayOf(text) as number;

describe('a word for days', () => {
  // 2026-11-24 is a Tuesday.
  test.each([
    ['2026-11-24', 'today', '2026-11-24', '2026-11-24'],
    ['2026-11-24', 'yesterday', '2026-11-23', '2026-11-23'],
    ['2026-03-01', 'yesterday', '2026-02-28', '2026-02-28'],
    ['2024-03-01', 'yesterday', '2024-02-29', '2024-02-29'],
    ['2027-01-01', 'yesterday', '2026-12-31', '2026-12-31'],
    ['2026-11-24', 'tuesday', '2026-11-24', '2026-11-24'],
    ['2026-11-24', 'monday', '2026-11-23', '2026-11-23'],
    ['2026-11-24', 'wednesday', '2026-11-18', '2026-11-18'],
    ['2027-01-01', 'thursday', '2026-12-31', '2026-12-31'],
    ['2027-01-01', 'saturday', '2026-12-26', '2026-12-26'],
    ['2026-11-24', 'this-week', '2026-11-23', '2026-11-29'],
    ['2026-11-23', 'this-week', '2026-11-23', '2026-11-29'],
    ['2026-11-29', 'this-week', '2026-11-23', '2026-11-29'],
    ['2026-11-24', 'last-week', '2026-11-16', '2026-11-22'],
    ['2026-11-23', 'last-week', '2026-11-16', '2026-11-22'],
    ['2026-11-29', 'last-week', '2026-11-16', '2026-11-22'],
    ['2027-01-01', 'this-week', '2026-12-28', '2027-01-03'],
    ['2027-01-04', 'last-week', '2026-12-28', '2027-01-03'],
    ['2024-02-10', 'this-month', '2024-02-01', '2024-02-29'],
    ['2026-12-31', 'this-month', '2026-12-01', '2026-12-31'],
    ['2026-03-31', 'last-month', '2026-02-01', '2026-02-28'],
    ['2027-01-01', 'last-month', '2026-12-01', '2026-12-31'],
    ['2026-03-31', 'this-year', '2026-01-01', '2026-12-31'],
    ['2024-02-29', 'last-year', '2023-01-01', '2023-12-31'],
  ])('on %s, %s: %s to %s', (now, word, first, last) => {
    const called = daysCalled(word, day(now));
    expect(called && [dayText(called.first), dayText(called.last)]).toEqual([first, last]);
  });

  test.each(['', 'tomorrow', 'Tuesday', 'constructor', '__proto__', 'last week'])('%j is none', (word) => {
    expect(daysCalled(word, 0)).toBeUndefined();
  });
});

test('a weekday is the latest up to a given day', () => {
  const called = daysCalled('monday', day('2026-11-24'), day('2026-11-20'));
  expect(called && dayText(called.first)).toBe('2026-11-16');
});

test('no word means days that are all to come, weeks have seven days, weekdays are among the last seven', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), fc.constantFrom(...DAY_WORDS), (now, word) => {
      const called = daysCalled(word, now);
      if (!called) throw new Error('no days');
      expect(called.first).toBeLessThanOrEqual(now);
      expect(called.last).toBeGreaterThanOrEqual(called.first);
      if (word.endsWith('week'))
        expect([called.last - called.first, weekdayOf(called.first)]).toEqual([6, 0]);
      if (word.endsWith('y') && !word.includes('-')) {
        expect(called.last).toBe(called.first);
        expect(now - called.first).toBeLessThan(7);
      }
    }),
  );
});
