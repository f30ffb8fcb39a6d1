/** Turns one word or phrase of a query, with the field before it, into a condition. */
import { tagKey } from '@/utils/paper/tags';
import { FLAGS, isColumn, isRanked, type QueryField } from './fields';
import type { QueryDays } from './query-days';
import type { Query } from './query-tree';
import { rangeOf } from './range';

/**
 * The condition `field:text`, or a word or phrase to search; undefined if `text` is not a value of `field`.
 * `days` are those that it counts by.
 */
export function leafOf(
  kind: 'word' | 'phrase',
  field: QueryField | undefined,
  text: string,
  days: QueryDays,
): Query | undefined {
  if (!field) return { kind, text };
  if (isRanked(field)) return { kind, text, field };
  if (isColumn(field)) return rangeOf(field, text, days);
  if (field === 'exactTag') return tagKey(text) ? { kind: 'tag', key: tagKey(text) } : undefined;
  if (field === 'venue' || field === 'organization' || field === 'submitter' || field === 'site')
    return { kind: field, text };
  const flag = FLAGS[field].find((name) => name === text.toLowerCase());
  return flag && { kind: 'flag', flag };
}

/** Whether a query is `is:trashed`, which selects what is searched and does not filter the results. */
export function isTrashed(query: Query): boolean {
  return query.kind === 'flag' && query.flag === 'trashed';
}
