/** Reads dates in the forms that page metadata uses. */
import { MONTHS, readDay, toDay } from '@/utils/days';

/**
 * `2026/09/28`, `20260928`, `28 September 2026`, `Sep 2026`, `09/28/2026`, … → `2026-09-28`, `2026-09` or `2026`;
 * undefined if it is not a date. `05.06.2026` starts with the day. `05/06/2026` is ambiguous and gives only the
 * year.
 */
export function statedDay(text: string): string | undefined {
  const words = text.trim().slice(0, 100);
  const day = toDay(words) ?? inNumbers(words) ?? inWords(words);
  return day && day >= '1500' && day < '2200' ? day : undefined;
}

function inNumbers(words: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2})(?!\d)|\/?$)/.exec(words) ??
    /^(\d{4})(\d{2})(\d{2})(?:\d{6})?$/.exec(words) ??
    /^(\d{4})\/?$/.exec(words) ??
    [];
  if (year) return dayOf(year, month, day);
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
  const [, month = ''] = /\b([a-z]{3})[a-z]{0,6}\b/i.exec(words) ?? [];
  const [, year] = /\b(\d{4})\b/.exec(words) ?? [];
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  return year && number > 0 ? dayOf(year, String(number)) : undefined;
}

/** The most precise valid date: the day, the month or only the year. */
function dayOf(year: string, month = '', day = ''): string | undefined {
  const start = `${year}-${month.padStart(2, '0')}`;
  if (day && toDay(`${start}-${day.padStart(2, '0')}`)) return `${start}-${day.padStart(2, '0')}`;
  return toDay(`${start}-01`) ? start : year;
}
