/** Reads the short lines around a title and its abstract: number of authors, date, separators. */
import { type PrintedDay, printedDay } from '@/utils/days';

const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const BEFORE = '(?:[·•]\\s*)?(?:(?:Published(?: on)?|Publish|Date):?\\s+)?';
const MONTH_FIRST = new RegExp(`^${BEFORE}${MONTH}\\.? \\d{1,2}(?:, \\d{4})?(?: (?<count>\\d{1,4}))?$`);
const DAY_FIRST = new RegExp(`^${BEFORE}(?:\\w{3,9},? )?\\d{1,2} ${MONTH}\\.?,?(?: \\d{4})?$`);
const ISO = new RegExp(
  `^${BEFORE}(?<year>\\d{4})-(?<monthDay>\\d{2}-\\d{2})(?:[T ]\\d{1,2}:[\\d:.]+\\s*(?:UTC|Z)?)?$`,
);

/**
 * `author` in the languages into which browsers most often translate pages. After a bullet any word is accepted.
 */
const AUTHORS =
  /^(?:(?:co-)?auth?o?r|aute?u?r|autor|förf|forf|kirjoit|yazar|автор|penulis|tác giả|συγγρ|作者|著者|저자)/iu;

export interface ShownDate {
  date: PrintedDay;
  comments?: number;
}

/** Reads a line that is only a date, with an optional number of comments after it: `Sep 14`, `Oct 18, 2024 2`. */
export function dateLine(line: string): ShownDate | undefined {
  if (line.length > 50) return undefined;
  const iso = ISO.exec(line)?.groups;
  if (iso) return { date: { monthDay: iso.monthDay ?? '', year: iso.year ?? '' } };
  const found = MONTH_FIRST.exec(line) ?? DAY_FIRST.exec(line);
  const date = found && printedDay(line);
  if (!date) return undefined;
  // In `Sep 14 2024` the number is the year; in `Sep 14 2`, and in `Oct 18, 2024 2`, it counts comments.
  const count = line.includes(',') || !date.year ? found.groups?.count : undefined;
  return count ? { date, comments: Number(count) } : { date };
}

/** The number of authors in `• 3 authors`, `· 12 auteurs`, `4 位作者`; undefined for any other line. */
export function countLine(line: string): number | undefined {
  if (line.length > 40) return undefined;
  const found =
    /^(?<mark>[•·‣◦*-]?)\s*(?<number>\d{1,4})\s*(?:位|名|人|명의)?\s*(?<word>\p{L}[\p{L}\p{M} ]*)$/u.exec(
      line,
    )?.groups;
  const behind =
    /^(?<mark>[•·]?)\s*(?<word>\p{L}[\p{L}\p{M}]*)[ :：]*(?<number>\d{1,4})\s*(?:位|名|人|명)?$/u.exec(
      line,
    )?.groups;
  const { mark, number, word = '' } = found ?? behind ?? {};
  if (number === undefined) return undefined;
  return AUTHORS.test(word) || (found && mark === '•') ? Number(number) : undefined;
}

/** Whether a line is only a separator: `·`. */
export function isSeparator(line: string): boolean {
  return /^[·•|–—-]$/.test(line);
}

/** Whether a line is only a number of votes or comments; `-` means none. */
export function isNumber(line: string): boolean {
  return /^(?:\d{1,3}(?:[.,]?\d{3})*|\d+(?:[.,]\d)?[kKM]|-)$/.test(line);
}
