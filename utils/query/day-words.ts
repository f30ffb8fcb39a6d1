/** Words for days and for weeks, months and years: `yesterday`, `tuesday`, `last-week`. */
import { monthInYear, monthsBefore, startOfMonth, weekdayOf } from './calendar';

/** The first and last day that a word means, counted from 1970-01-01. */
export interface CalledDays {
  first: number;
  last: number;
  means: 'day' | 'year';
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const BY_TODAY = {
  today: (now) => days(now, now),
  yesterday: (now) => days(now - 1, now - 1),
  'this-week': (now) => days(monday(now), monday(now) + 6),
  'last-week': (now) => days(monday(now) - 7, monday(now) - 1),
  'this-month': (now) => monthOf(now),
  'last-month': (now) => monthOf(startOfMonth(now) - 1),
  'this-year': (now) => yearOf(now),
  'last-year': (now) => yearOf(monthsBefore(now, 12)),
} as const satisfies Record<string, (now: number) => CalledDays>;

/** Every word, in the order in which they are offered. */
export const DAY_WORDS = [...(Object.keys(BY_TODAY) as (keyof typeof BY_TODAY)[]), ...WEEKDAYS] as const;

/**
 * The days that `word` (lower case) means on the day `now`; undefined if it is none of `DAY_WORDS`. A weekday is the latest
 * one up to the day `until`, which counts, too: on a Tuesday `tuesday` is today. Weeks begin on Monday.
 */
export function daysCalled(word: string, now: number, until = now): CalledDays | undefined {
  const weekday = WEEKDAYS.indexOf(word as (typeof WEEKDAYS)[number]);
  if (weekday >= 0) {
    const day = until - ((weekdayOf(until) - weekday + 7) % 7);
    return days(day, day);
  }
  return Object.hasOwn(BY_TODAY, word) ? BY_TODAY[word as keyof typeof BY_TODAY](now) : undefined;
}

function days(first: number, last: number): CalledDays {
  return { first, last, means: 'day' };
}

function monday(now: number): number {
  return now - weekdayOf(now);
}

function monthOf(day: number): CalledDays {
  const first = startOfMonth(day);
  return days(first, monthsBefore(first, -1) - 1);
}

function yearOf(day: number): CalledDays {
  const first = startOfMonth(monthsBefore(day, monthInYear(day)));
  return { first, last: monthsBefore(first, -12) - 1, means: 'year' };
}
