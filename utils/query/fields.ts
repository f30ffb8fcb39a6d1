/** The fields of the query language: the names allowed before a colon. */
import { FIELD_NAMES, FIELDS, rowOf } from '@/utils/paper/fields';
import type { Column, Flag, RankedField } from './query-tree';

/** A field that has a name. */
export type NamedField =
  | RankedField
  | Column
  | 'venue'
  | 'organization'
  | 'submitter'
  | 'site'
  | 'is'
  | 'has';
/** `exactTag` is `tag:=`, which has no name of its own. */
export type QueryField = NamedField | 'exactTag';

const RANKED = new Set(FIELD_NAMES.filter((name): name is RankedField => rowOf(name).asked !== undefined));

const QUERY_FIELDS = new Map<string, NamedField>([
  ...[...RANKED].flatMap((field) => FIELDS[field].asked.map((name) => [name, field] as const)),
  ['venue', 'venue'],
  ['org', 'organization'],
  ['organization', 'organization'],
  ['submitter', 'submitter'],
  ['by', 'submitter'],
  ['site', 'site'],
  ['year', 'year'],
  ['saved', 'saved'],
  ['published', 'published'],
  ['listed', 'listed'],
  ['upvotes', 'upvotes'],
  ['is', 'is'],
  ['has', 'has'],
]);

/** The fields with what each is called, its usual name first. */
export const FIELD_CALLED: ReadonlyMap<NamedField, readonly string[]> = namesByField();

function namesByField(): Map<NamedField, string[]> {
  const called = new Map<NamedField, string[]>();
  for (const [name, field] of QUERY_FIELDS) called.set(field, [...(called.get(field) ?? []), name]);
  return called;
}

/** The values allowed after `is:` and `has:`. */
export const FLAGS = {
  is: ['starred', 'unread', 'reading', 'read', 'trashed'],
  has: ['code', 'note', 'abstract'],
} as const satisfies Record<'is' | 'has', readonly Flag[]>;

/** The field that `name` refers to, ignoring case; `author` means `authors`. */
export function fieldNamed(name: string): QueryField | undefined {
  return QUERY_FIELDS.get(name.toLowerCase());
}

/** Whether the field is searched as text and its matches are ranked. */
export function isRanked(field: QueryField): field is RankedField {
  return RANKED.has(field as RankedField);
}

/** Whether the field takes a range. */
export function isColumn(field: QueryField): field is Column {
  return ['year', 'saved', 'published', 'listed', 'upvotes'].includes(field);
}
