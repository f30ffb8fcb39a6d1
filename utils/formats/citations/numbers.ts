/** Volumes, issues and pages. */

const PARTING = /\s*[-–]+\s*|[,;]\s+|\s*&\s*|\s+and\s+/;
/** `12`, `e17`, `S3a`, `E98-D`. */
const NUMBER = /^\p{L}*\d+\p{L}*$/u;
const LETTERED = /^\p{L}*\d+-\p{L}$/u;
const ROMAN = /^[ivxlcm]+$/i;
const RANGE = /^(\p{L}*)(\d+)\s*[-–]+\s*(\p{L}*)(\d+)$/u;

/** How much of the last page is written: all of it, what differs, at least two digits of that, or as Chicago does. */
export type PageFormat = 'expanded' | 'minimal' | 'minimal-two' | 'chicago';

/** Whether a text is a number, or several. */
export function isNumeric(value: string | undefined): boolean {
  if (value === undefined) return false;
  return LETTERED.test(value) || value.split(PARTING).every((part) => NUMBER.test(part));
}

/** Whether a text names several numbers. */
export function isPlural(value: string): boolean {
  const parts = value.split(PARTING);
  return parts.length > 1 && parts.every((part) => NUMBER.test(part) || ROMAN.test(part));
}

/** A number with its label: `vol. 2`, `vols. 2–3`. */
export function labelled(one: string, several: string, value: string, shown = value): string {
  return `${isPlural(value) ? several : one} ${shown}`;
}

/** A number, ranges with the long dash. */
export function number(value: string): string {
  return (isNumeric(value) && !LETTERED.test(value)) || isPlural(value)
    ? value.replace(/\s*[-–]+\s*/g, '–')
    : value;
}

/** Pages; a range in the style's form. */
export function pages(value: string, format?: PageFormat): string {
  const found = RANGE.exec(value);
  if (!found) return number(value);
  const [, prefix = '', first = '', lastPrefix = '', end = ''] = found;
  if (lastPrefix && lastPrefix !== prefix) return number(value);
  const last = end.length < first.length ? first.slice(0, first.length - end.length) + end : end;
  if (!format || Number(last) <= Number(first)) return number(value);
  const short = shorten(first, last, format);
  return `${prefix}${first}–${format === 'expanded' ? prefix : ''}${short}`;
}

function shorten(first: string, last: string, format: PageFormat): string {
  if (format === 'expanded' || first.length !== last.length) return last;
  if (format === 'chicago') return byChicago(Number(first), last);
  const same = [...first].findIndex((digit, index) => digit !== last.charAt(index));
  const least = format === 'minimal-two' ? 2 : 1;
  return last.slice(Math.min(same, Math.max(0, last.length - least)));
}

/** Manual of Style, 9.61: 3–10, 71–72, 100–104, 101–8, 321–28. */
function byChicago(first: number, last: string): string {
  if (first <= 100 || first % 100 === 0) return last;
  if (Math.floor(first / 100) === Math.floor(Number(last) / 100)) return String(Number(last) % 100);
  return first >= 10_000 ? String(Number(last) % 1000) : last;
}
