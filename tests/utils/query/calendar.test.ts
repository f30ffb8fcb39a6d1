import { expect, test } from 'vitest';
import {
  dayNumber,
  dayOf,
  dayText,
  monthInYear,
  monthsBefore,
  startOfMonth,
  weekdayOf,
} from '@/utils/query/calendar';

const day = (text: string) => dayOf(text) as number;

test('days are counted from 1970, and back', () => {
  expect(day('1970-01-01')).toBe(0);
  expect(dayText(day('2024-02-29'))).toBe('2024-02-29');
  expect(dayNumber(day('2026-09-28'))).toBe(20260928);
  expect(dayOf('2023-02-29')).toBeUndefined();
});

test.each([
  ['2026-03-31', 1, '2026-02-28'],
  ['2024-03-31', 1, '2024-02-29'],
  ['2026-01-15', 1, '2025-12-15'],
  ['2026-12-31', -2, '2027-02-28'],
])('%s, %i months before: %s', (from, months, to) => {
  expect(dayText(monthsBefore(day(from), months))).toBe(to);
});

test.each([
  ['1969-12-29', 0],
  ['1970-01-01', 3],
  ['2024-02-29', 3],
  ['2026-11-29', 6],
])('%s is weekday %i of a week that begins on Monday', (text, weekday) => {
  expect(weekdayOf(day(text))).toBe(weekday);
});

test('a month begins on its first day', () => {
  expect(dayText(startOfMonth(day('2026-02-28')))).toBe('2026-02-01');
  expect(dayText(startOfMonth(day('2026-02-01')))).toBe('2026-02-01');
  expect(monthInYear(day('2026-12-31'))).toBe(11);
});
