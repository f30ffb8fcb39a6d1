/** Days counted from 1970-01-01, and what months and weeks make of them. */

const DAY_MS = 86_400_000;

/** The day `YYYY-MM-DD` counted from 1970-01-01; undefined if it does not exist (30 February). */
export function dayOf(text: string): number | undefined {
  const time = Date.parse(`${text}T00:00:00Z`);
  return new Date(time || 0).toISOString().startsWith(text) ? time / DAY_MS : undefined;
}

/** A day counted from 1970-01-01 as `YYYY-MM-DD`. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** 2026-09-28 as 20260928. */
export function dayNumber(day: number): number {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 10_000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
}

/** The same day some months earlier, or the last day of that month: one month before 31 March is 28 February. */
export function monthsBefore(day: number, months: number): number {
  const date = new Date(day * DAY_MS);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + 1 - months, 0);
  date.setUTCDate(Math.min(dayOfMonth, date.getUTCDate()));
  return date.getTime() / DAY_MS;
}

/** The first day of its month. */
export function startOfMonth(day: number): number {
  return day + 1 - new Date(day * DAY_MS).getUTCDate();
}

/** The month of a day, 0 (January) to 11. */
export function monthInYear(day: number): number {
  return new Date(day * DAY_MS).getUTCMonth();
}

/** The place of a day in its week, 0 (Monday) to 6. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday
}
