import { expect, test } from 'vitest';
import { itemsOf } from '@/utils/reading/copied-text/items';
import { linesOf } from '@/utils/reading/copied-text/lines';
import { readPairs } from '@/utils/reading/copied-text/pairs-text';

const ABSTRACT =
  'We count the rows of lamps in every street, and show that no street has more rows than lamps. '.repeat(4);

test.each([
  [
    'pairs',
    `Rows\n${ABSTRACT}\nColumns\n${ABSTRACT}`,
    [
      ['Rows', undefined],
      ['Columns', undefined],
    ],
  ],
  [
    'votes before each',
    `3\nRows\n${ABSTRACT}\n-\nColumns\n${ABSTRACT}`,
    [
      ['Rows', 3],
      ['Columns', 0],
    ],
  ],
  [
    'a number before some',
    `Rows\n${ABSTRACT}\n4\nColumns\n${ABSTRACT}`,
    [
      ['Rows', undefined],
      ['Columns', undefined],
    ],
  ],
  [
    'a heading over a few words',
    'Hello World\nWe met in the street and talked about the lamps, which were lit and shone on us.',
    [['Hello World', 'cutOff']],
  ],
])('%s', (_, text, expected) => {
  const found = readPairs(itemsOf(linesOf(text)));
  expect(found.map(({ title, upvotes, refused }) => [title, refused ?? upvotes])).toEqual(expected);
});
