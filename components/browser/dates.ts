/** Days and moments as people say them, in the language of the interface. */
import { options } from './options';
import { i18n, language } from './words';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A day (`YYYY-MM-DD`, a month or a year if no more is known): “Tue 24 Nov”, with its year if that is not this one. */
export function spokenDay(day: string, now: Date): string {
  const [year = '', month, date] = day.split('-');
  if (month === undefined) return year;
  const thisYear = Number(year) === now.getUTCFullYear();
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date ?? 1)));
  at.setUTCFullYear(Number(year)); // `Date.UTC` takes years below 100 for those of the last century
  if (date === undefined) return format(at, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format(at, {
    ...(thisYear ? { weekday: 'short' } : { year: 'numeric' }),
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
}

/**
 * A moment (ISO) in the person's own time: “2 h ago” today, else its day. A moment to come is told as its day, and one of
 * today as its day and time, if the person wants no ages.
 */
export function spokenMoment(moment: string, now: Date): string {
  const at = new Date(moment);
  const age = now.getTime() - at.getTime();
  const today = at.toDateString() === now.toDateString();
  if (today && options.value.dates === 'absolute') return dayWithTime(moment, now);
  if (today && age >= 0) {
    if (age < MINUTE) return i18n.t('ago.now');
    if (age < HOUR) return i18n.t('ago.minutes', [Math.floor(age / MINUTE)]);
    return i18n.t('ago.hours', [Math.floor(age / HOUR)]);
  }
  return dayOfMoment(moment, now);
}

/** The person's own day of a moment (ISO), today's too: “Tue 24 Nov”, with its year if that is not this one. */
export function dayOfMoment(moment: string, now: Date): string {
  const at = new Date(moment);
  const thisYear = at.getFullYear() === now.getFullYear();
  return format(at, {
    ...(thisYear ? { weekday: 'short' } : { year: 'numeric' }),
    day: 'numeric',
    month: 'short',
  });
}

/** A moment (ISO) in the person's own time: “Sat 28 Nov, 09:14”. */
export function dayWithTime(moment: string, now: Date): string {
  return `${dayOfMoment(moment, now)}, ${timeOfDay(moment)}`;
}

/** The person's own day of a moment (ms since 1970) as a number such as 20260928. */
export function ownDayNumber(moment: number): number {
  const at = new Date(moment);
  return at.getFullYear() * 10_000 + (at.getMonth() + 1) * 100 + at.getDate();
}

/** The time of day of a moment (ISO) where the person is: “09:14”. */
export function timeOfDay(moment: string): string {
  return format(new Date(moment), { hour: '2-digit', minute: '2-digit' });
}

/** A moment (ISO) in full, for a tooltip. */
export function fullMoment(moment: string): string {
  return format(new Date(moment), { dateStyle: 'full', timeStyle: 'short' });
}

/** A day in full, for a tooltip: as it is written, if no more is known than its month or year. */
export function fullDay(day: string): string {
  return day.length === 10
    ? format(new Date(`${day}T00:00:00Z`), { dateStyle: 'full', timeZone: 'UTC' })
    : day;
}

/** By their options. To make them anew was a third of the time that rows took while one typed (2026-11-27). */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** British: “Tue 24 Nov”, in the order in which a day is said. */
function format(date: Date, options: Intl.DateTimeFormatOptions): string {
  const name = JSON.stringify(options);
  let formatter = formatters.get(name);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : language(), options);
    formatters.set(name, formatter);
  }
  return formatter.format(date).replace(/^(\p{L}+),/u, '$1');
}
