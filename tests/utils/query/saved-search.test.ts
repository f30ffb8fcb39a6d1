import { describe, expect, test } from 'vitest';
import {
  LONGEST_NAME,
  LONGEST_QUERY,
  nameKey,
  SavedSearch,
  SavedSearchRow,
} from '@/utils/query/saved-search';

const STAMP = '0mv69uio0000sample0001';

describe('a saved search', () => {
  test.each([
    ['a name and a query', { name: 'Herons', query: 'herons' }],
    ['all that a list is shown by', { name: 'Herons', query: 'herons', sort: 'saved', group: 'listed' }],
    ['no words, which is every paper', { name: 'All', query: '' }],
    ['a query that cannot be read', { name: 'Broken', query: '"herons OR (' }],
    ['as much as there is room for', { name: 'n'.repeat(LONGEST_NAME), query: 'q'.repeat(LONGEST_QUERY) }],
  ])('may have %s', (_, search) => {
    expect(SavedSearch.parse(search)).toEqual(search);
  });

  test.each([
    ['no name', { name: ' \n ', query: 'herons' }],
    ['a longer name', { name: 'n'.repeat(LONGEST_NAME + 1), query: '' }],
    ['a longer query', { name: 'n', query: 'q'.repeat(LONGEST_QUERY + 1) }],
    ['another order', { name: 'n', query: '', sort: 'size' }],
    ['another group', { name: 'n', query: '', group: 'size' }],
  ])('may not have %s', (_, search) => {
    expect(SavedSearch.safeParse(search).success).toBe(false);
  });

  test('has its name in one line', () => {
    expect(SavedSearch.parse({ name: '  Grey \n herons ', query: '' }).name).toBe('Grey herons');
  });
});

test('a row without a search is one that was deleted', () => {
  expect(SavedSearchRow.parse({ id: 'a', stamp: STAMP })).toEqual({ id: 'a', stamp: STAMP });
  expect(SavedSearchRow.safeParse({ id: 'a' }).success).toBe(false);
});

test('names that differ in case are one', () => {
  expect(nameKey('HERONS ①')).toBe(nameKey('herons 1'));
  expect(nameKey('Herons')).not.toBe(nameKey('Heron'));
});
