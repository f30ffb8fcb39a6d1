import { describe, expect, test } from 'vitest';
import { differenceOf, joinChanges, revertFields } from '@/storage/change/row-difference';
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

describe('two changes of one row as one', () => {
  const change = (before: Fields | undefined, after: Fields | undefined, key = 'a'): Change => ({
    ...{ table: 'papers', key, before, after },
  });

  test.each<[string, Change, Change, Change | undefined]>([
    [
      'a field that both changed goes from the first state to the last',
      change({ note: 'N' }, { note: 'O' }),
      change({ note: 'O' }, { note: 'P' }),
      change({ note: 'N' }, { note: 'P' }),
    ],
    [
      'a field that one changed is as that one had it',
      change({ note: 'N' }, { note: 'O' }),
      change({ starred: false }, { starred: true }),
      change({ note: 'N', starred: false }, { note: 'O', starred: true }),
    ],
    [
      'what another change wrote into a map in between is in neither',
      change({ stamps: { note: '1' } }, { stamps: { note: '2' } }),
      change({ stamps: { note: '2', starred: '3' } }, { stamps: { note: '4', starred: '3' } }),
      change({ stamps: { note: '1', starred: '3' } }, { stamps: { note: '4', starred: '3' } }),
    ],
    [
      'an entry that the first one added was not there',
      change({ stamps: {} }, { stamps: { note: '2' } }),
      change({ stamps: { note: '2' } }, { stamps: { note: '4' } }),
      change({ stamps: {} }, { stamps: { note: '4' } }),
    ],
    ['two rows are not joined', change({ a: 1 }, { a: 2 }), change({ a: 2 }, { a: 3 }, 'b'), undefined],
    ['nor is one that was made', change(undefined, undefined), change({ a: 2 }, { a: 3 }), undefined],
    ['nor is one that was removed', change({ a: 1 }, { a: 2 }), change({ a: 2 }, undefined), undefined],
  ])('%s', (_, first, then, joined) => {
    expect(joinChanges(first, then)).toEqual(joined);
  });
});
