/**
 * How long the history is kept: for the last 90 days of use, that is days on which something was changed. The calendar
 * would not do, since one save with a clock that is 100 days ahead would empty it.
 */

/** Days of use that can be undone. */
const KEPT = 90;

/** The days of use: the present one (`YYYY-MM-DD`), and the first journal entry of each, the oldest first. */
export interface DaysOfUse {
  day: string;
  firsts: number[];
}

/** The days with `entry`, made on `day`. All entries before the first of these days can be forgotten. */
export function addDay(days: DaysOfUse | undefined, day: string, entry: number): DaysOfUse {
  if (days?.day === day) return days;
  return { day, firsts: [...(days?.firsts ?? []), entry].slice(-KEPT) };
}
