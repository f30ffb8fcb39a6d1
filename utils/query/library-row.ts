/** What a backup has beside papers: rows with a stamp each, of which the later counts. */
import { z } from 'zod';
import { OptionRow } from '@/utils/option-row';
import { CitationKeyRow } from '@/utils/paper/citation-key-row';
import { TagColourRow } from '@/utils/paper/tag-colour-row';
import { SavedSearchRow } from './saved-search';

/** Fields, and kinds of rows, of later versions are ignored. */
export const LibraryRow = z.discriminatedUnion('kind', [
  TagColourRow,
  OptionRow,
  CitationKeyRow,
  SavedSearchRow.extend({ kind: z.literal('search') }),
]);

export type LibraryRow = z.infer<typeof LibraryRow>;
