/** A paper's citation key as it is stored and as a backup has it. */
import { z } from 'zod';
import { isCitationKey } from './key-pattern';
import { STAMP } from './stamp';

export const CitationKeyRow = z.object({
  kind: z.literal('citation key'),
  paper: z.string().min(3).max(1200),
  key: z.string().refine(isCitationKey),
  stamp: z.string().regex(STAMP),
});

export type CitationKeyRow = z.infer<typeof CitationKeyRow>;
