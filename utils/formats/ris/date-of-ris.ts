/** The day of a RIS record: `2004/11/05/other`, `2004///`, or words that programs write there. */

import { MONTHS } from '@/utils/days';
import { readDate } from '@/utils/formats/parts/reading/read-date';
import type { TaggedRecord } from '@/utils/formats/parts/reading/tagged-record';
import { statedDay } from '@/utils/reading/metadata/stated-day';

/** `2004/11/05/other`; PubMed Central says in the last part that it is another day. */
const SLASHED = /^(\d{4})\/(\d{0,2})[^/]*(?:\/(\d{0,2})[^/]*)?(?:\/|$)/;
const OTHER_DAY = /\/(?:received|accepted|revised|retracted|submitted)\b/i;
/** A day or a month without a year. */
const YEARLESS = /^\D*$|^\s*(?:\d{1,2}\s*[A-Za-z]{3,9}|[A-Za-z]{3,9}\.?\s*\d{1,2})\s*$/;

/** As far as it is known. The year is that of `PY`, and more is taken from where it is told of the same year. */
export function dateOfRis(record: TaggedRecord): string | undefined {
  const texts = [...record.all('PY'), ...record.all('DA'), ...record.all('Y1')].map((text) =>
    text.slice(0, 100),
  );
  const days = texts.filter((text) => !OTHER_DAY.test(text)).flatMap((text) => dayIn(text) ?? []);
  const [first] = days;
  if (first === undefined) return undefined;
  const year = first.slice(0, 4);
  const yearless = texts.filter((text) => YEARLESS.test(text) && isMonth(text));
  const all = [
    ...days.filter((day) => day.startsWith(year)),
    ...yearless.map((text) => readDate('', year, text)),
  ];
  return all.reduce((best, day) => ((day?.length ?? 0) > (best?.length ?? 0) ? day : best));
}

function dayIn(text: string): string | undefined {
  const [, year, month, day] = SLASHED.exec(text) ?? [];
  const read = year ? readDate('', year, month, day) : inWords(text);
  return read && read >= '1000' ? read : undefined;
}

/** `24-28 June 2024` is no day; `20240628` is one. */
function inWords(text: string): string | undefined {
  return /[a-z]/i.test(text) ? readDate(text, text) : statedDay(text);
}

function isMonth(text: string): boolean {
  return MONTHS.includes(/[a-z]{3}/i.exec(text)?.[0].toLowerCase() ?? '');
}
