/** Days as `YYYY-MM-DD` in UTC (also `YYYY-MM`, `YYYY`), read from what pages show. */

/** The first three letters of the English months, in order. */
export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A day with the mark that its year was not printed. */
export interface ReadDay {
  day: string;
  inferred?: true;
}

/** The day in UTC of an ISO moment or day; undefined if it is none. */
export function toDay(iso: string): string | undefined {
  const [day = '', time] = iso.split(/T(.*)/s);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !realDay(day)) return undefined;
  if (time === undefined) return day;
  const moment = Date.parse(iso);
  const inUtc = Number.isNaN(moment) ? '' : new Date(moment).toISOString().slice(0, 10);
  return /^\d{4}-/.test(inUtc) ? inUtc : undefined;
}

/** The day that a number such as 20260928 stands for: `2026-09-28`. */
export function dayOfNumber(day: number): string {
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** `2026-09-28` as 20260928. A month or year counts as its first day; 0 if there is none. */
export function numberOfDay(day: string | undefined): number {
  if (!day) return 0;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return year * 10_000 + month * 100 + date;
}

/** Month and day as printed (`09-21`), with the year where one stands there. Not checked against the calendar. */
export interface PrintedDay {
  monthDay: string;
  year?: string;
}

/** Finds `Sep 21, 2026`, `21 September 2026` or, without a year, `Sep 21` in a text. */
export function printedDay(text: string): PrintedDay | undefined {
  const found =
    /\b(?<month>[A-Z][a-z]{2})[a-z]*\.?\s+(?<day>\d{1,2})(?!\d)(?:st|nd|rd|th)?(?:,?\s+(?<year>\d{4}))?/.exec(
      text,
    ) ?? /\b(?<day>\d{1,2})\s+(?<month>[A-Z][a-z]{2})[a-z]*\.?(?:,?\s+(?<year>\d{4}))?/.exec(text);
  const month = MONTHS.indexOf(found?.groups?.month?.toLowerCase() ?? '');
  if (!found?.groups || month < 0) return undefined;
  const monthDay = `${String(month + 1).padStart(2, '0')}-${String(found.groups.day).padStart(2, '0')}`;
  return found.groups.year ? { monthDay, year: found.groups.year } : { monthDay };
}

/**
 * Reads a day as `printedDay` finds it; without a year, the year is the newest that puts the day at or before `today`
 * (YYYY-MM-DD), and it is marked as inferred.
 */
export function readDay(text: string, today: string): ReadDay | undefined {
  const printed = printedDay(text);
  if (!printed) return undefined;
  const thisYear = Number(today.slice(0, 4));
  const day = printed.year
    ? `${printed.year}-${printed.monthDay}`
    : `${printed.monthDay > today.slice(5) ? thisYear - 1 : thisYear}-${printed.monthDay}`;
  if (!realDay(day)) return undefined;
  return printed.year ? { day } : { day, inferred: true };
}

function realDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
