/** Dates in English, as far as they are known. */
import type { CslItem } from '@/utils/formats/parts/csl-item';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
/** Those of the Modern Language Association leave `May`, `June` and `July` whole, and write `Sept.` */
const SHORT = 'Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sep. Oct. Nov. Dec.'.split(' ');
const SHORT_MLA = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

export interface PublicationDate {
  year?: string;
  /** `January` */
  month?: string;
  /** `Jan.` */
  short?: string;
  /** `Sept.` */
  mla?: string;
  day?: number;
}

/** The parts of an item’s date. */
export function dateOf({ issued }: CslItem): PublicationDate {
  const [year, month, day] = issued?.['date-parts'][0] ?? [];
  if (year === undefined) return {};
  const at = (month ?? 0) - 1;
  const names = { month: MONTHS[at], short: SHORT[at], mla: SHORT_MLA[at] };
  return {
    year: String(year),
    ...(names.month !== undefined && (names as { month: string; short: string; mla: string })),
    ...(day !== undefined && { day }),
  };
}
