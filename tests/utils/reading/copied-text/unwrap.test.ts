import { expect, test } from 'vitest';
import { linesOf } from '@/utils/reading/copied-text/lines';
import { unwrap } from '@/utils/reading/copied-text/unwrap';

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
