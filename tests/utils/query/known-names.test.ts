import { expect, test } from 'vitest';
import { countNames, knownNames, namesFor } from '@/utils/query/known-names';

const KNOWN = knownNames(
  ['Ada Lovelace', 'Émile Müller', 'Lova Berg', 'to read', 'état', 'ICML'].map((name) => ({ name })),
);

test.each([
  ['', ['Ada Lovelace', 'Émile Müller', 'Lova Berg', 'to read', 'état', 'ICML']],
  ['lov', ['Lova Berg', 'Ada Lovelace']],
  ['love ada', ['Ada Lovelace']],
  ['MULL', ['Émile Müller']],
  ['icml', ['ICML']],
  ['ovelace', []],
  ['-', []],
])('%j can mean %j', (typed, names) => {
  expect(namesFor(KNOWN, typed).map(({ name }) => name)).toEqual(names);
});

test('names are counted once a list, the most frequent first', () => {
  expect(countNames([['b', 'a', 'b'], ['a'], []])).toEqual([
    { name: 'a', papers: 2 },
    { name: 'b', papers: 1 },
  ]);
});
