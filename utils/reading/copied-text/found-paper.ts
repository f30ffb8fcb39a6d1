/**
 * What the readers of copied text return: one paper as the text states it, before years are inferred and
 * duplicates merged.
 */
import type { PrintedDay } from '@/utils/days';

export interface FoundPaper {
  title?: string | undefined;
  abstract?: string | undefined;
  authors?: string[] | undefined;
  authorCount?: number | undefined;
  date?: PrintedDay | undefined;
  upvotes?: number | undefined;
  comments?: number | undefined;
  submitter?: string | undefined;
  identifiers: Record<string, string>;
  /** Why it cannot be kept, although it looks like a paper. */
  refused?: CopiedRefusal;
}

/**
 * `unnamed`: an abstract without its title, in a list whose papers have titles. `cutOff`: a title at the end whose
 * abstract is missing. `tooLong`: a heading over more text than an abstract has.
 */
export type CopiedRefusal = 'unnamed' | 'cutOff' | 'tooLong';
