// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { itemTexts } from '@/utils/formats/html/page/read-items';
import { WEIGHTS } from '@/utils/paper/fields';
import { fieldText } from '@/utils/paper/searched-texts';
import { exported } from '../papers';
import { itemsOf } from './list';

const PAPER = exported({
  title: 'Lamps <in> winter',
  authors: Array.from({ length: 9 }, (_, place) => `Author ${place}`),
  abstract: 'Wicks & oil.\n\nBoth burn.',
  tags: ['to cite', 'lamps'],
  note: 'Read it.',
  venue: 'ICML',
  editors: ['Ida Moss'],
  identifiers: { doi: '10.1000/x' },
});

test('each field of the index has the text that it has in the library, read from the list or its data', () => {
  const [item] = itemsOf([PAPER]);
  const fields = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];
  expect(fields.length).toBe(8);
  expect(item && itemTexts(item)).toEqual(
    Object.fromEntries(fields.map((field) => [field, fieldText(PAPER, field)])),
  );
});

test('a paper without anything has no texts', () => {
  const [item] = itemsOf([{}]);
  expect(item && Object.values(itemTexts(item)).join('')).toBe('');
});
