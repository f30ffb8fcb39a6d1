/** What the page knows of a paper beside what it shows. */
import type { Texts } from '@/utils/query/small-search';

/** By it papers are ordered, and found. The other fields of the index are what stands in the list (`data-field`). */
export interface PaperData extends Pick<Texts, 'places' | 'people' | 'identifiers'> {
  /** ISO. */
  saved: string;
  published?: string;
}
