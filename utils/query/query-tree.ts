/** The meaning of a query: a tree of ranked words and unranked conditions. */
import type { AskedField } from '@/utils/paper/fields';

export type RankedField = AskedField;
export type Column = 'year' | 'saved' | 'published' | 'listed' | 'upvotes';
export type Flag = 'starred' | 'unread' | 'reading' | 'read' | 'trashed' | 'code' | 'note' | 'abstract';
export type Query =
  /** Everything: the empty query. */
  | { kind: 'all' }
  /**
   * One word as typed. It may give several terms or none; all are required. Ranked; matches exactly, by prefix and
   * fuzzily.
   */
  | { kind: 'word'; text: string; field?: RankedField }
  /** Consecutive tokens, matched exactly within one field. Its words are ranked as exact terms. */
  | { kind: 'phrase'; text: string; field?: RankedField }
  /** Every term of `text` begins a token of the paper's venue or organisation, or of one of its submitters. */
  | { kind: 'venue' | 'organization' | 'submitter'; text: string }
  /** One of the paper's tags has this key (`tagKey`). */
  | { kind: 'tag'; key: string }
  /** The site id of a sighting equals or starts with `text`, or the host of a listing or `url` contains it. */
  | { kind: 'site'; text: string }
  /** Inclusive. Days are numbers such as 20260928, years such as 2026, upvotes as they are; `saved` is in ms since 1970. */
  | { kind: 'range'; column: Column; from?: number; to?: number }
  | { kind: 'flag'; flag: Flag }
  | { kind: 'not'; query: Query }
  | { kind: 'and'; queries: Query[] }
  | { kind: 'or'; queries: Query[] };
export const SORTS = ['relevance', 'saved', 'published', 'listed', 'upvotes'] as const;
export type Sort = (typeof SORTS)[number];
/**
 * What a list may be grouped by: the person's own day of saving, the site's day of a listing, the year of publication, the
 * sites that a paper was seen on.
 */
export const GROUPS = ['saved', 'listed', 'year', 'site'] as const;
export type Group = (typeof GROUPS)[number];
