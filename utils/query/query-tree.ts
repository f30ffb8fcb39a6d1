/** What a query means: a tree over ranked words and unranked conditions. */
import type { AskedField } from '@/utils/paper/fields';

export type RankedField = AskedField;
export type Column = 'year' | 'saved' | 'published' | 'listed' | 'upvotes';
export type Flag = 'starred' | 'unread' | 'reading' | 'read' | 'trashed' | 'code' | 'note' | 'abstract';
export type Query =
  | { kind: 'all' } // everything (empty query)
  | { kind: 'word'; text: string; field?: RankedField } // one word as typed; tokenises to 0..n terms, all required; ranked; exact + prefix + fuzzy
  | { kind: 'phrase'; text: string; field?: RankedField } // consecutive tokens, exact, in one field; its words are ranked as exact terms
  | { kind: 'venue'; text: string } // every term of text begins a token of the paper's venue
  | { kind: 'site'; text: string } // a sighting's site id equals or starts with text, or a listing/url host contains it
  | { kind: 'range'; column: Column; from?: number; to?: number } // inclusive; days as numbers 20260928, years 2026, upvotes as they are
  | { kind: 'flag'; flag: Flag }
  | { kind: 'not'; query: Query }
  | { kind: 'and'; queries: Query[] }
  | { kind: 'or'; queries: Query[] };
export type Sort = 'relevance' | 'saved' | 'published' | 'listed' | 'upvotes';
