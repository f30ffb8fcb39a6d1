import { expect, test } from 'vitest';
import { utcDays } from '@/tests/utc-days';
import type { QueryField } from '@/utils/query/fields';
import { isTrashed, leafOf } from '@/utils/query/leaf';
import type { Query } from '@/utils/query/query-tree';

const DAYS = utcDays('2026-11-22');

test.each<[QueryField | undefined, string, Query]>([
  [undefined, 'a', { kind: 'word', text: 'a' }],
  ['tags', 'a', { kind: 'word', text: 'a', field: 'tags' }],
  ['note', 'a', { kind: 'word', text: 'a', field: 'note' }],
  ['venue', 'ICML', { kind: 'venue', text: 'ICML' }],
  ['organization', 'MPI', { kind: 'organization', text: 'MPI' }],
  ['submitter', 'Wren', { kind: 'submitter', text: 'Wren' }],
  ['exactTag', 'To  Réad', { kind: 'tag', key: 'to read' }],
  ['site', 'arxiv', { kind: 'site', text: 'arxiv' }],
  ['is', 'Unread', { kind: 'flag', flag: 'unread' }],
  ['has', 'note', { kind: 'flag', flag: 'note' }],
  [
    'saved',
    'today',
    {
      kind: 'range',
      column: 'saved',
      from: Date.parse('2026-11-22'),
      to: Date.parse('2026-11-23') - 1,
    },
  ],
])('%s:%s is a condition', (field, text, query) => {
  expect(leafOf('word', field, text, DAYS)).toEqual(query);
});

test('a phrase stays one where text is ranked', () => {
  expect(leafOf('phrase', 'title', 'a b', DAYS)).toEqual({ kind: 'phrase', text: 'a b', field: 'title' });
  expect(leafOf('phrase', 'venue', 'a b', DAYS)).toEqual({ kind: 'venue', text: 'a b' });
});

test.each<[QueryField, string]>([
  ['is', 'code'],
  ['has', 'starred'],
  ['year', 'abc'],
  ['upvotes', 'many'],
  ['exactTag', '\u200b'],
])('%s:%s is none', (field, text) => {
  expect(leafOf('word', field, text, DAYS)).toBeUndefined();
});

test('is:trashed is told from other flags', () => {
  expect(isTrashed({ kind: 'flag', flag: 'trashed' })).toBe(true);
  expect(isTrashed({ kind: 'flag', flag: 'read' })).toBe(false);
});
