import { describe, expect, test } from 'vitest';
import { differenceOf, revertFields } from '@/storage/change/row-difference';
import type { Change } from '@/storage/database';

type Fields = Record<string, unknown>;

describe('taking a change of a row back', () => {
  test.each<[string, { before: Fields; after: Fields; current: Fields; reverted: Fields }]>([
    [
      'a changed field gets its old value',
      {
        before: { title: 'old' },
        after: { title: 'new' },
        current: { id: 'a', title: 'new' },
        reverted: { id: 'a', title: 'old' },
      },
    ],
    [
      'a field changed since then stays',
      {
        before: { title: 'old' },
        after: { title: 'new' },
        current: { title: 'newest' },
        reverted: { title: 'newest' },
      },
    ],
    [
      'an added field goes',
      { before: {}, after: { note: 'mine' }, current: { id: 'a', note: 'mine' }, reverted: { id: 'a' } },
    ],
    [
      'an added field that was changed since then stays',
      { before: {}, after: { note: 'mine' }, current: { note: 'ours' }, reverted: { note: 'ours' } },
    ],
    [
      'a dropped field comes back',
      { before: { authorCount: 3 }, after: {}, current: { id: 'a' }, reverted: { id: 'a', authorCount: 3 } },
    ],
    [
      'a dropped field that was filled anew stays',
      { before: { authorCount: 3 }, after: {}, current: { authorCount: 5 }, reverted: { authorCount: 5 } },
    ],
    [
      'other fields are left alone',
      {
        before: { title: 'old' },
        after: { title: 'new' },
        current: { title: 'new', tags: ['later'] },
        reverted: { title: 'old', tags: ['later'] },
      },
    ],
    [
      'lists are compared as a whole',
      {
        before: { tags: ['a'] },
        after: { tags: ['a', 'b'] },
        current: { tags: ['a', 'b', 'c'] },
        reverted: { tags: ['a', 'b', 'c'] },
      },
    ],
    [
      'of a map only the changed entries go back',
      {
        before: { identifiers: { arxiv: '1' } },
        after: { identifiers: { arxiv: '1', doi: '2' } },
        current: { identifiers: { arxiv: '1', doi: '2', acl: '3' } },
        reverted: { identifiers: { arxiv: '1', acl: '3' } },
      },
    ],
  ])('%s', (_, { before, after, current, reverted }) => {
    const change: Change = { table: 'papers', key: 'a', before, after };
    const given = structuredClone(current);
    expect(revertFields(change, current)).toEqual(reverted);
    expect(current).toEqual(given);
  });
});

describe('the difference', () => {
  const row = { id: 'a:1', title: 'Old', tags: ['a'] };

  test('of a changed row has only the fields that differ', () => {
    const after = { id: 'a:1', title: 'New', tags: ['a'], note: 'Mine.' };
    expect(differenceOf({ table: 'papers', key: 'a:1', before: row, after })).toEqual({
      table: 'papers',
      key: 'a:1',
      before: { title: 'Old', note: undefined },
      after: { title: 'New', note: 'Mine.' },
    });
  });

  test('of a removed row has the whole of it, of a created one nothing', () => {
    expect(differenceOf({ table: 'papers', key: 'a:1', before: row, after: undefined }).before).toEqual(row);
    expect(differenceOf({ table: 'papers', key: 'a:1', before: undefined, after: row })).toEqual({
      table: 'papers',
      key: 'a:1',
      before: undefined,
      after: undefined,
    });
  });
});
