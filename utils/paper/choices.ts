/** What a person chooses of records that become one. */
import { z } from 'zod';
import { EDITABLE_FIELDS } from './fields';

/** By field the id of the record that it is to be of, where that is not what the joined record shows anyway. */
export const Choices = z.partialRecord(z.enum(EDITABLE_FIELDS), z.string().max(1200));

export type Choices = z.infer<typeof Choices>;
