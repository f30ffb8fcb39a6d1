import { later } from '@/components/parts/later';

/** The field for tags in a row. Few rows ever show it, so lists do not wait for its code. */
export const RowTags = later(async () => (await import('./tags-field')).TagsField);
