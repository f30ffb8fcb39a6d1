/** The colours of tags as a backup has them. */
import { z } from 'zod';
import { STAMP } from './stamp';
import { TAG_COLOURS, tagKey } from './tags';

/** Longest key of a tag, in UTF-16 units: one character of a tag may become eighteen. */
const KEY = 2000;

/** A colour that a person gave a tag, or took back (null). `tag` is its `tagKey`. Fields of later versions are ignored. */
export const TagColourRow = z.object({
  kind: z.literal('tag colour'),
  tag: z.string().max(KEY).transform(tagKey).pipe(z.string().min(1)),
  colour: z
    .int()
    .min(0)
    .max(TAG_COLOURS - 1)
    .nullable(),
  stamp: z.string().regex(STAMP),
});

export type TagColourRow = z.infer<typeof TagColourRow>;
