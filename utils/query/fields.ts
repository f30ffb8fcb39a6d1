/** The fields of the query language: what may stand before a colon. */
import type { Column, Flag, RankedField } from './query-tree';

export type QueryField = RankedField | Column | 'venue' | 'site' | 'is' | 'has';

const FIELDS = new Map<string, QueryField>([
  ['title', 'title'],
  ['abstract', 'abstract'],
  ['author', 'authors'],
  ['authors', 'authors'],
  ['tag', 'tags'],
  ['tags', 'tags'],
  ['note', 'note'],
  ['venue', 'venue'],
  ['site', 'site'],
  ['year', 'year'],
  ['saved', 'saved'],
  ['published', 'published'],
  ['listed', 'listed'],
  ['upvotes', 'upvotes'],
  ['is', 'is'],
  ['has', 'has'],
]);

/** What may follow `is:` and `has:`. */
export const FLAGS = {
  is: ['starred', 'unread', 'reading', 'read', 'trashed'],
  has: ['code', 'note', 'abstract'],
} as const satisfies Record<'is' | 'has', readonly Flag[]>;

/** The field that `name` means, in any case; `author` is `authors`. */
export function fieldNamed(name: string): QueryField | undefined {
  return FIELDS.get(name.toLowerCase());
}

export function isRanked(field: QueryField): field is RankedField {
  return ['title', 'abstract', 'authors', 'tags', 'note'].includes(field);
}

export function isColumn(field: QueryField): field is Column {
  return ['year', 'saved', 'published', 'listed', 'upvotes'].includes(field);
}
