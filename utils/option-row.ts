/** The options of a library as a backup has them. */
import { z } from 'zod';
import { OPTION_NAMES, type Options, optionsIn } from './options';
import { STAMP } from './paper/stamp';

/** One option that a person chose. Fields of later versions are ignored. */
export const OptionRow = z
  .object({
    kind: z.literal('option'),
    name: z.enum(OPTION_NAMES),
    value: z.union([z.string().max(60), z.boolean()]),
    stamp: z.string().regex(STAMP),
  })
  .refine(({ name, value }) => name in optionsIn({ [name]: value }));

export type OptionRow = z.infer<typeof OptionRow>;

/** A choice of some options. */
export const OptionChoice = z.custom<Partial<Options>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length > 0 &&
    Object.keys(optionsIn(value)).length === Object.keys(value).length,
);
