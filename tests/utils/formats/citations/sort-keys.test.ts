import { expect, test } from 'vitest';
import { authorKeys, byKeys, dateKey } from '@/utils/formats/citations/sort-keys';
import { ARTICLE, BOOK, DATASET, LUDWIG, PREPRINT } from './cited';

test('authors, else editors, else the title', () => {
  expect(authorKeys(DATASET, true)).toEqual(['Institute of Rivers']);
  expect(authorKeys(BOOK, true)).toEqual(['Berg Anna Maria van Hoven Ludwig']);
  expect(authorKeys({ id: 'x', type: 'book', title: 'Silt' }, true)).toEqual(['Silt']);
  expect(authorKeys({ id: 'x', type: 'book' }, true)).toEqual(['']);
});

test('a particle comes first or last', () => {
  const item = { ...ARTICLE, author: [LUDWIG] };
  expect([authorKeys(item, true), authorKeys(item, false)]).toEqual([
    ['van Hoven Ludwig'],
    ['Hoven Ludwig van'],
  ]);
});

test('dates sort as texts; no date comes first', () => {
  expect([dateKey(DATASET), dateKey(PREPRINT)]).toEqual(['', '2017-0006-0012']);
  expect(byKeys(['a', dateKey(DATASET)], ['a', dateKey(PREPRINT)])).toBeLessThan(0);
});

test('the first keys that differ decide, letters without regard to accents or case first', () => {
  expect(byKeys(['Ångström', '2'], ['Berg', '1'])).toBeLessThan(0);
  expect(byKeys(['berg', '2'], ['Berg', '1'])).toBeLessThan(0);
  expect(byKeys(['Berg', '1'], ['Berg', '1'])).toBe(0);
});
