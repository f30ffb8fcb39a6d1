import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '@/tests/arbitraries';
import { dayOfNumber, readDay, toDay } from '@/utils/days';
import { Day } from '@/utils/paper/schema';

describe('toDay', () => {
  test.each([
    ['a day', '2026-09-28', '2026-09-28'],
    ['a moment in UTC', '2026-09-28T20:00:00.000Z', '2026-09-28'],
    ['a moment west of Greenwich', '2026-09-28T20:00:00-07:00', '2026-09-29'],
    ['a moment east of Greenwich', '2026-09-28T02:00:00+05:30', '2026-09-27'],
    ['a leap day', '2024-02-29', '2024-02-29'],
  ])('reads %s', (_, text, expected) => {
    expect(toDay(text)).toBe(expected);
  });

  test.each(
    [
      ['', '2026', '2026-09', '2026-9-28', '28.09.2026', 'Sep 28, 2026', 'yesterday', ' 2026-09-28'],
      ['2026-02-29', '2026-13-01', '2026-00-10', '2026-09-00', '2026-09-31'],
      ['2026-09-28T', '2026-09-28Tnoon', '2026-13-28T00:00:00Z', '2026-02-30T00:00:00Z'],
    ].flat(),
  )('takes %j for no day', (text) => {
    expect(toDay(text)).toBeUndefined();
  });

  test('answers only with days that a paper may carry', () => {
    expect(toDay('9999-12-31T23:59:59-01:00') ?? '9999').toSatisfy(isDay);
    fc.assert(
      fc.property(fc.oneof(fc.string(), day, fc.date({ noInvalidDate: true }).map(String)), (text) =>
        isDay(toDay(text) ?? '2026'),
      ),
    );
  });
});

describe('readDay', () => {
  const today = '2026-10-02';

  test.each([
    ['Sep 21, 2026', '2026-09-21'],
    ['Sep 1, 2026', '2026-09-01'],
    ['September 21, 2026', '2026-09-21'],
    ['Sept. 21 2026', '2026-09-21'],
    ['September 21st, 2026', '2026-09-21'],
    ['21 September 2026', '2026-09-21'],
    ['3 May, 2024', '2024-05-03'],
    ['· Published on Mar 3, 2024', '2024-03-03'],
    ['Feb 29, 2024', '2024-02-29'],
    ['Dec 31, 2027', '2027-12-31'],
  ])('reads %j with its year', (text, expected) => {
    expect(readDay(text, today)).toEqual({ day: expected });
  });

  test.each([
    ['Oct 2', '2026-10-02'],
    ['Oct 3', '2025-10-03'],
    ['Jan 1', '2026-01-01'],
    ['Dec 31', '2025-12-31'],
    ['29 May', '2026-05-29'],
  ])('gives %j the newest year that is not after today, and says so', (text, expected) => {
    expect(readDay(text, today)).toEqual({ day: expected, inferred: true });
  });

  test.each([
    '',
    'yesterday',
    '2026-09-21',
    'Foo 12, 2026',
    'Feb 30, 2026',
    'Sep 2026',
    'Sep 123',
    '3 authors',
  ])('takes %j for no day', (text) => {
    expect(readDay(text, today)).toBeUndefined();
  });

  test('reads back every day that it could be shown', () => {
    fc.assert(
      fc.property(day, day, (shown, now) => {
        const date = new Date(shown);
        const month = date.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' });
        expect(readDay(`${month} ${date.getUTCDate()}, ${date.getUTCFullYear()}`, now)).toEqual({
          day: shown,
        });
        const inferred = readDay(`${month} ${date.getUTCDate()}`, now);
        expect(inferred?.day.slice(5) ?? shown.slice(5)).toBe(shown.slice(5));
        expect((inferred?.day ?? now) <= now).toBe(true);
      }),
    );
  });
});

test.each([
  [20_260_928, '2026-09-28'],
  [9_990_101, '0999-01-01'],
])('%s is the day %s', (number, named) => {
  expect(dayOfNumber(number)).toBe(named);
});

function isDay(text: string): boolean {
  return Day.safeParse(text).success;
}
