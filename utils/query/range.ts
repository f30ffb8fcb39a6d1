/** Parses ranges of days, years and counts in the query language. */
import { present } from '../present';
import { dayNumber, dayOf, monthsBefore } from './calendar';
import { daysCalled } from './day-words';
import type { QueryDays } from './query-days';
import type { Column, Query } from './query-tree';

/** The first and last day (since 1970-01-01) or count that a text means. An age means the day that long ago. */
interface Span {
  first: number;
  last: number;
  means: 'count' | 'year' | 'day' | 'age';
}

const AGES: Record<string, string> = { week: '1w', month: '1m' };

/**
 * `2020`, `2020-03`, `2020-03-05`, `tuesday`, `last-week`, `<14d`, `>=2020`, `2020..2023`, `..50` as a range of `column`;
 * undefined if it is not one. `saved` counts by the person's days, the others by those in UTC. A `year` with a month, a day
 * or an age becomes a range of `published`, which is more precise.
 */
export function rangeOf(column: Column, value: string, days: QueryDays): Query | undefined {
  const today = column === 'saved' ? days.own : days.utc;
  const read = (text: string, until?: number) =>
    column === 'upvotes' ? countOf(text) : daysOf(text.toLowerCase(), today, until);
  const ends = value.split('..');
  if (ends.length > 2) return undefined;
  const [left = '', right = ''] = ends;
  if (ends.length === 1) {
    const [, sign = '', text = ''] = /^([<>]?=?)(.*)$/s.exec(left) ?? [];
    const span = read(text);
    return span && rangeBetween(column, compared(sign, span), [span], days);
  }
  const b = read(right);
  const a = read(left, b?.last);
  if ((left && !a) || (right && !b) || !(a || b)) return undefined;
  const [from, to] = a && b && a.first > b.last ? [b, a] : [a, b];
  return rangeBetween(column, { from: from?.first, to: to?.last }, [a, b], days);
}

type Exact = { from?: number; to?: number };
type Bounds = { [bound in keyof Exact]?: number | undefined };

/** Ages compare the other way round: `<14d` means later days, `<2020` earlier ones. */
function compared(sign: string, span: Span): Bounds {
  const aged = span.means === 'age';
  if (sign === '' || sign === '=') return aged ? { from: span.first } : { from: span.first, to: span.last };
  const later = sign.startsWith('>') !== aged;
  // `<14d` includes the day 14 days ago, so that every day is in exactly one of `<14d` and `>14d`.
  if (later) return { from: sign === '>' ? span.last + 1 : span.first };
  return { to: sign === '<' || sign === '>' ? span.first - 1 : span.last };
}

function rangeBetween(
  column: Column,
  { from, to }: Bounds,
  spans: (Span | undefined)[],
  { startOf }: QueryDays,
): Query {
  if (column === 'upvotes') return { kind: 'range', column, ...present<Exact>({ from, to }) };
  if (column === 'saved') {
    const first = from === undefined ? undefined : startOf(from);
    const last = to === undefined ? undefined : startOf(to + 1) - 1;
    return { kind: 'range', column, ...present<Exact>({ from: first, to: last }) };
  }
  const years = column === 'year' && spans.every((span) => !span || span.means === 'year');
  const number = (day: number | undefined) =>
    day === undefined ? undefined : Math.floor(dayNumber(day) / (years ? 10_000 : 1));
  return {
    kind: 'range',
    column: column === 'year' && !years ? 'published' : column,
    ...present<Exact>({ from: number(from), to: number(to) }),
  };
}

function countOf(text: string): Span | undefined {
  if (!/^\d{1,9}$/.test(text)) return undefined;
  return { first: Number(text), last: Number(text), means: 'count' };
}

/**
 * A weekday before `..` is the last one up to the end of the range, the day `until`: on a Wednesday, `monday..friday` is
 * last week's Monday to Friday.
 */
function daysOf(text: string, today: string, until = Number.POSITIVE_INFINITY): Span | undefined {
  const now = dayOf(today);
  if (now === undefined) return undefined;
  const called = daysCalled(text.replace(/\s+/g, '-'), now, Math.min(now, until));
  if (called) return called;
  const [, count, unit] = /^(\d{1,4}(?=[dwm])|\d{1,3}(?=y))([dwmy])$/.exec(AGES[text] ?? text) ?? [];
  if (count && unit) {
    const days = { d: 1, w: 7 }[unit];
    const day = days
      ? now - Number(count) * days
      : monthsBefore(now, Number(count) * (unit === 'y' ? 12 : 1));
    return { first: day, last: day, means: 'age' };
  }
  if (/^\d{4}$/.test(text)) return between(dayOf(`${text}-01-01`), dayOf(`${text}-12-31`), 'year');
  if (/^\d{4}-\d{2}$/.test(text)) {
    const first = dayOf(`${text}-01`);
    return between(first, first === undefined ? undefined : monthsBefore(first, -1) - 1, 'day');
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? between(dayOf(text), dayOf(text), 'day') : undefined;
}

function between(
  first: number | undefined,
  last: number | undefined,
  means: Span['means'],
): Span | undefined {
  return first === undefined || last === undefined ? undefined : { first, last, means };
}
