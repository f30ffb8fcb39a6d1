/** The date of an entry, as far as it is known: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
import { MONTHS, toDay } from '@/utils/days';

const ISO = /^\s*(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)/;
/** `30-Mar-2020`, `March 30, 2020`, `2020/03/30`, `c. 2003`; the year is the first number of four digits. */
const YEAR = /(?<!\d)([12]\d{3})(?!\d)/;

/** What BibLaTeX says in `date`, and BibTeX in `year`, `month` and `day`. Values are text. */
export function readDate(date = '', year = '', month = '', day = ''): string | undefined {
  const [, isoYear, isoMonth, isoDay] = ISO.exec(date.split('/').find((part) => YEAR.test(part)) ?? '') ?? [];
  if (isoYear) return dayOf(isoYear, Number(isoMonth), Number(isoDay));
  const [stated] = [year, date].filter((text) => YEAR.test(text));
  const [, found] = YEAR.exec(stated ?? '') ?? [];
  if (!found || !stated) return undefined;
  const [, , twoDigits, lastDay] = ISO.exec(stated) ?? [];
  if (twoDigits) return dayOf(found, Number(twoDigits), Number(lastDay));
  const said = month === '' ? stated.replace(found, ' ') : month;
  return dayOf(found, monthIn(said), Number(day) || dayIn(said));
}

/** `jul`, `July`, `7`, `07`, `May--June`, `4 Jul`; 0 if there is none. */
function monthIn(text: string): number {
  const word = /[a-z]{3,}/i.exec(text)?.[0].toLowerCase() ?? '';
  if (word) return MONTHS.indexOf(word.slice(0, 3)) + 1;
  return /^\s*(0?[1-9]|1[0-2])\s*$/.test(text) ? Number(text) : 0;
}

/** The day beside the name of a month; none where a span is told. */
function dayIn(text: string): number {
  if (!/[a-z]/i.test(text)) return 0;
  const numbers = text.match(/\d+/g) ?? [];
  return numbers.length === 1 ? Number(numbers[0]) : 0;
}

function dayOf(year: string, month: number, day: number): string {
  if (!(month >= 1 && month <= 12)) return year;
  const known = `${year}-${String(month).padStart(2, '0')}`;
  return (day >= 1 && toDay(`${known}-${String(day).padStart(2, '0')}`)) || known;
}
