import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameKey, SavedSearch } from '@/utils/query/saved-search';
import { searchName } from '@/utils/query/search-name';

test.each<[query: string, name: string]>([
  ['graph attention', 'graph attention'],
  ['  is:unread ', 'unread'],
  ['tag:="to read" graph', 'to read graph'],
  ['author:"Ada Byron" (lanterns OR salt)', 'Ada Byron lanterns OR salt'],
  ['saved:<14d upvotes:>50', 'saved:<14d upvotes:>50'],
  ['-survey year:2020..', '-survey year:2020..'],
  ['subtitle:x', 'subtitle:x'],
  ['"', '"'],
  ['a'.repeat(70), `${'a'.repeat(60)}…`],
  [`${'lantern '.repeat(9)}`, `${'lantern '.repeat(7).trim()}…`],
])('“%s” is proposed as “%s”', (query, name) => {
  expect(searchName(query, [])).toBe(name);
});

test('a name that is there gets a number', () => {
  expect(searchName('Graph', ['graph'])).toBe('Graph 2');
  expect(searchName('graph', ['GRAPH', 'graph 2'])).toBe('graph 3');
});

test('whatever is asked, the proposal can be kept', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 80 }), { maxLength: 3 });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), texts, (query, taken) => {
      fc.pre(query.trim() !== '');
      const name = searchName(query, taken);
      expect(taken.map(nameKey)).not.toContain(nameKey(name));
      expect(SavedSearch.safeParse({ name, query }).success).toBe(true);
    }),
  );
});
