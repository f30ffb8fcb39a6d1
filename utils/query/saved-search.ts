/** A search that a person keeps, and the row that it is. */
import { z } from 'zod';
import { STAMP } from '@/utils/paper/stamp';
import { oneLine } from '@/utils/text/clean';
import { GROUPS, SORTS } from './query-tree';

/** Longest name and query, in UTF-16 units. */
export const LONGEST_NAME = 100;
export const LONGEST_QUERY = 5000;

/** The query stands as it was typed, also if it can no longer be read: the person may mend it. */
export const SavedSearch = z.object({
  name: z.string().transform(oneLine).pipe(z.string().min(1).max(LONGEST_NAME)),
  query: z.string().max(LONGEST_QUERY),
  sort: z.enum(SORTS).optional(),
  group: z.enum(GROUPS).optional(),
});

/** One that was deleted has no search any more; its stamp says when, so that an older copy does not bring it back. */
export const SavedSearchRow = z.object({
  id: z.string().min(1).max(60),
  stamp: z.string().regex(STAMP),
  search: SavedSearch.optional(),
});

/** What is changed of a search; null takes the group away. */
export const SearchChange = z.strictObject({
  ...SavedSearch.partial().shape,
  group: z.enum(GROUPS).nullable().optional(),
});

export type SearchChange = z.infer<typeof SearchChange>;
export type SavedSearch = z.infer<typeof SavedSearch>;
export type SavedSearchRow = z.infer<typeof SavedSearchRow>;

/** What two names have in common that are the same but for case. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
