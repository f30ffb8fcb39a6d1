/** The years of dates that were printed without one, which means: the year in which the page was copied. */
import { type PrintedDay, toDay } from '@/utils/days';

export interface PageYear {
  value: number;
  /** Printed dates tell it, nothing does (the current year is proposed), or the user said it. */
  from: 'printed' | 'asked' | 'user';
}

/**
 * The year of the dates without one: pages leave out only the current year, so it is the year after the newest one
 * that is printed, at most that of `today` (YYYY-MM-DD). Undefined if every date has its year.
 */
export function pageYear(dates: readonly PrintedDay[], today: string, user?: number): PageYear | undefined {
  if (dates.every(({ year }) => year !== undefined)) return undefined;
  if (user !== undefined) return { value: user, from: 'user' };
  const current = Number(today.slice(0, 4));
  const newest = dates.reduce((max, date) => {
    const year = dayOf(date)?.slice(0, 4);
    return year && Number(year) <= current ? Math.max(max, Number(year)) : max;
  }, 0);
  return newest === 0
    ? { value: current, from: 'asked' }
    : { value: Math.min(newest + 1, current), from: 'printed' };
}

/** The whole day of a printed one; undefined if the calendar has no such day. */
export function dayOf({ monthDay, year }: PrintedDay, assumed?: number): string | undefined {
  const known = year ?? (assumed === undefined ? '' : String(assumed).padStart(4, '0'));
  return toDay(`${known}-${monthDay}`);
}
