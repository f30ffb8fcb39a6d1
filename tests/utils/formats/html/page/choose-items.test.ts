// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { chooseItems, countTags, type Wish } from '@/utils/formats/html/page/choose-items';
import { itemTexts } from '@/utils/formats/html/page/read-items';
import { createGrowingSearch } from '@/utils/query/small-search';
import { itemsOf } from './list';

const ITEMS = itemsOf([
  {
    title: 'Winter 10',
    abstract: 'Lanterns.',
    tags: ['to read', 'Salt'],
    savedAt: '2026-10-04T00:00:00.000Z',
  },
  { title: 'Lanterns', publishedAt: '2020-05', tags: ['salt'], savedAt: '2026-10-03T00:00:00.000Z' },
  { title: '', publishedAt: '2024', savedAt: '2026-10-02T00:00:00.000Z' },
  {
    title: 'winter 9',
    abstract: 'A lamtern.',
    publishedAt: '2020-04-30',
    savedAt: '2026-10-01T00:00:00.000Z',
  },
]);
const search = createGrowingSearch(itemTexts);
search.add(ITEMS);

function places(wish: Partial<Wish>): number[] {
  const whole = { words: '', tags: new Set<string>(), order: 'saved' as const, ...wish };
  return chooseItems(ITEMS, whole, search).items.map((item) => ITEMS.indexOf(item));
}

test.each<[string, Partial<Wish>, number[]]>([
  ['all, the newest first', {}, [0, 1, 2, 3]],
  ['signs ask for nothing', { words: '?!' }, [0, 1, 2, 3]],
  ['without words the best match is the newest', { order: 'relevance' }, [0, 1, 2, 3]],
  ['published last, unknown days at the end', { order: 'published' }, [2, 1, 3, 0]],
  ['by title: case means nothing, numbers count, none is last', { order: 'title' }, [1, 3, 0, 2]],
  ['the best match, then what is spelled alike', { words: 'lanterns', order: 'relevance' }, [1, 0, 3]],
  ['found, and in another order', { words: 'lanterns', order: 'saved' }, [0, 1, 3]],
  ['nothing', { words: 'kettle' }, []],
  ['a tag in any spelling', { tags: new Set(['salt']) }, [0, 1]],
  ['all tags', { tags: new Set(['salt', 'to read']) }, [0]],
  ['words and tags', { words: 'winter', tags: new Set(['salt']) }, [0]],
])('%s', (_, wish, expected) => {
  expect(places(wish)).toEqual(expected);
});

test('the terms that matched are told', () => {
  const { matches } = chooseItems(ITEMS, { words: 'lant', tags: new Set(), order: 'saved' }, search);
  expect([...matches.values()].map(({ terms }) => terms)).toEqual([['lanterns'], ['lanterns']]);
});

test('tags are counted in all their spellings, the most frequent first', () => {
  expect(countTags(ITEMS)).toEqual([
    { key: 'salt', tag: 'Salt', papers: 2 },
    { key: 'to read', tag: 'to read', papers: 1 },
  ]);
});
