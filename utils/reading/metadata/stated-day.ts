/** Reads dates in the forms that page metadata uses. */
import { readDay, toDay } from '@/utils/days';
import { monthOf } from './month-words';

/** No part of a longer number, and no number of pages or the like. */
const YEAR = /(?<![\d.,:-])((?:1[5-9]|2[01])\d{2})(?![\d:]|[.,-]\d)/;

/**
 * `2026/09/28`, `20260928`, `28 September 2026`, `3. März 2026`, `2026年9月28日`, `09/28/2026`, `9/2026`, … →
 * `2026-09-28`, `2026-09` or `2026`; undefined if it is not a date. `05.06.2026` starts with the day. `05/06/2026` is
 * ambiguous and gives only the year, as do `Spring 2026` and other texts in which it is the only number of four digits.
 */
export function statedDay(text: string): string | undefined {
  const words = text.trim().slice(0, 100);
  const day = toDay(words) ?? inNumbers(words) ?? inWords(words) ?? onlyYear(words);
  return day && day >= '1500' && day < '2200' ? day : undefined;
}

function inNumbers(words: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})(?!\d)|\/?$)/.exec(words) ??
    /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/.exec(words) ??
    /^(\d{4})\/?$/.exec(words) ??
    /^(\d{4})\s?[年년](?:\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일號号])?)?/.exec(words) ??
    [];
  if (year) return dayOf(year, month, day);
  const [, only, yearBehind] = /^(\d{1,2})[/.-](\d{4})$/.exec(words) ?? [];
  if (yearBehind) return dayOf(yearBehind, only);
  const [, first = '', point, second = '', last] =
    /^(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4})(?!\d)/.exec(words) ?? [];
  if (!last) return undefined;
  if (first === second || Number(second) > 12) return dayOf(last, first, second);
  return point === '.' || Number(first) > 12 ? dayOf(last, second, first) : last;
}

function inWords(words: string): string | undefined {
  const whole = readDay(
    words.replace(/^(\d{4})[\s-]+([a-z]{3,9})\.?[\s-]+(\d{1,2})$/i, '$2 $3, $1'),
    '9999-12-31',
  );
  if (whole && !whole.inferred) return whole.day;
  const [, year] = YEAR.exec(words) ?? [];
  if (!year) return undefined;
  for (const { 0: word, index } of words.matchAll(/\p{L}{3,}/gu)) {
    const month = monthOf(word);
    if (!month) continue;
    const [, before] =
      /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|[.ºª°])?[\s-]*(?:(?:de|of|di|d[’'])\s*)?$/i.exec(
        words.slice(0, index),
      ) ?? [];
    const [, behind] =
      /^\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?(?![\d:])/i.exec(words.slice(index + word.length)) ?? [];
    return dayOf(year, String(month), before ?? behind);
  }
  return undefined;
}

/** The year of a text that has no other number of four digits: `Spring 2004`, `c. 1987`. */
function onlyYear(words: string): string | undefined {
  const years = [...words.matchAll(new RegExp(YEAR, 'g'))];
  return years.length === 1 ? years[0]?.[1] : undefined;
}

/** The most precise valid date: the day, the month or only the year. */
function dayOf(year: string, month = '', day = ''): string | undefined {
  const start = `${year}-${month.padStart(2, '0')}`;
  if (day && toDay(`${start}-${day.padStart(2, '0')}`)) return `${start}-${day.padStart(2, '0')}`;
  return toDay(`${start}-01`) ? start : year;
}
