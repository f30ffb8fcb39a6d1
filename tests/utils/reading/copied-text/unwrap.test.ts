import { expect, test } from 'vitest';
import { linesOf } from '@/utils/reading/copied-text/lines';
import { unwrap, withWholeReferences } from '@/utils/reading/copied-text/unwrap';

const COLUMN = [
  'Lamps burn in rows, and in this work we count all',
  'of the rows of them, in three streets by hand and',
  'in the others by a method that needs a single map',
  'of the town.',
];

test.each([
  ['a column between blank lines', ['A', '', ...COLUMN, '', 'B'], ['A', COLUMN.join(' '), 'B']],
  ['a column below its title', ['Rows of Lamps', ...COLUMN], ['Rows of Lamps', COLUMN.join(' ')]],
  ['a sentence that goes on', ['Rows and Columns of', 'Lamps'], ['Rows and Columns of Lamps']],
  ['lines of their own', ['Subscribe', 'Rows of Lamps', 'xLamp'], ['Subscribe', 'Rows of Lamps', 'xLamp']],
  ['marks', ['Rows and Columns of', '•'], ['Rows and Columns of', '•']],
])('%s', (_, lines, expected) => {
  const joined = unwrap(linesOf(lines.join('\n')), (text) => text === '•');
  expect(joined.map(({ text }) => text)).toEqual(expected);
});

test.each([
  [
    'a numbered list of references',
    [
      '[1] Ada Berg and Bo Cai. Who gauges the moss? Habits of two',
      'towns. Walls, 2024. doi:',
      '10.1234/a',
      '[2] D. Eck. Bread. Loaf 3.',
    ],
    [
      '[1] Ada Berg and Bo Cai. Who gauges the moss? Habits of two towns. Walls, 2024. doi: 10.1234/a',
      '[2] D. Eck. Bread. Loaf 3.',
    ],
  ],
  [
    'a list of titles with names below',
    [
      '1. Gauging moss on northern walls and on southern ones',
      'Ada Berg, Bo Cai',
      '2. Does bread remember its oven?',
      'Dana Eck, Emil Falk',
    ],
    undefined,
  ],
  [
    'one reference',
    ['[1] A. Berg. Moss on the northern and southern walls of', 'two towns. Walls, 2024.'],
    undefined,
  ],
])('the lines of references are joined: %s', (_, lines, expected) => {
  expect(withWholeReferences(linesOf(lines.join('\n'))).map(({ text }) => text)).toEqual(expected ?? lines);
});
