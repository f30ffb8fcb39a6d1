/** Infers the year of dates printed without one: the year in which the page was copied. */
import { type PrintedDay, toDay } from '@/utils/days';

export interface PageYear {
  value: number;
  /** Inferred from printed dates, unknown (the current year is proposed), or set by the user. */
  from: 'printed' | 'asked' | 'user';
}

/**
 * The year of the dates without one. Pages omit only the current year, so it is the year after the newest printed
 * one, but not later than that of `today` (YYYY-MM-DD). Undefined if every date has its year.
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

/** The full date of a printed day, in the `assumed` year if it has none; undefined if there is no such day. */
export function dayOf({ monthDay, year }: PrintedDay, assumed?: number): string | undefined {
  const known = year ?? (assumed === undefined ? '' : String(assumed).padStart(4, '0'));
  return toDay(`${known}-${monthDay}`);
}
