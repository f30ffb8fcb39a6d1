import { describe, expect, test } from 'vitest';
import { createGrowingSearch, createSmallSearch, type Texts } from '@/utils/query/small-search';

const PAPERS: (Texts & { name: string })[] = [
  { name: 'harbour', title: 'Lanterns over a quiet harbour', abstract: 'Small lamps on moored boats.' },
  { name: 'salt', title: 'Salt and silence', authors: 'Ada Lantern', tags: 'winter' },
  { name: 'herons', title: 'Herons of 2026', note: 'see the lanterns', identifiers: '10.1234/herons.7' },
];

const search = createSmallSearch(PAPERS, (paper) => paper);
const find = (text: string, fuzzy = false) => [...search(text, fuzzy).keys()].map(({ name }) => name);

describe('a text finds', () => {
  test.each<[text: string, names: string[]]>([
    ['lanterns', ['harbour', 'herons']],
    ['LANTERN', ['salt', 'harbour', 'herons']],
    ['lan', ['harbour', 'salt', 'herons']],
    ['quiet lant', ['harbour']],
    ['quiet salt', []],
    ['moored', ['harbour']],
    ['winter', ['salt']],
    ['2026', ['herons']],
    ['10.1234/herons.7', ['herons']],
    ['', []],
    ['?!', []],
  ])('for %j the papers with all its words or their beginnings: %j', (text, names) => {
    expect(find(text).sort()).toEqual([...names].sort());
  });

  test('the best first: titles before authors before notes', () => {
    expect(find('lan')).toEqual(['harbour', 'salt', 'herons']);
  });

  test('nothing that is only spelled alike, unless that is asked for', () => {
    expect(find('hardour')).toEqual([]);
    expect(find('hardour', true)).toEqual(['harbour']);
  });

  test.each([
    ['a short word', 'sat', []],
    ['a word of four letters', 'satt', ['salt']],
    ['a number', '2027', []],
    ['more errors than a fifth of the letters', 'haddour', []],
  ])('alike: %s', (_, text, names) => {
    expect(find(text, true)).toEqual(names);
  });
});

test('equal documents are told apart', () => {
  const twins = [{ title: 'Salt' }, { title: 'Salt' }];
  expect([...createSmallSearch(twins, (twin) => twin)('salt', false).keys()]).toEqual(twins);
});

test('a search that grows finds in what it has, tells the terms that matched, and ends as one made at once', () => {
  const growing = createGrowingSearch<(typeof PAPERS)[number]>((paper) => paper);
  expect([...growing.find('lan', false)]).toEqual([]);
  growing.add(PAPERS.slice(0, 1));
  expect([...growing.find('lan', false).keys()].map(({ name }) => name)).toEqual(['harbour']);
  growing.add(PAPERS.slice(1));
  const found = growing.find('lan', false);
  expect([...found].map(([paper, { score }]) => [paper, score])).toEqual([...search('lan', false)]);
  expect([...found.values()].map(({ terms }) => terms)).toEqual([['lanterns'], ['lantern'], ['lanterns']]);
});
