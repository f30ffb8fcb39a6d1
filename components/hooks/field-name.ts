import { i18n } from '@/components/browser/words';
import { LOCKABLE_FIELDS } from '@/utils/paper/fields';

type Field = (typeof LOCKABLE_FIELDS)[number];

/** What the interface calls a field of a paper; undefined for what it does not show. */
export function fieldName(field: string): string | undefined {
  return (LOCKABLE_FIELDS as readonly string[]).includes(field)
    ? i18n.t(`field.${field as Field}`)
    : undefined;
}
