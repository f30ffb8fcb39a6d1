import { expect, test } from 'vitest';
import { readDaily } from '@/utils/reading/copied-text/daily-text';
import { itemsOf } from '@/utils/reading/copied-text/items';
import { linesOf } from '@/utils/reading/copied-text/lines';

test.each([
  ['votes and authors', '12\nRows of Lamps\n· 3 authors', ['Rows of Lamps']],
  ['a submitter and votes', 'Submitted by\nada\n12\nRows of Lamps\nHarbour Lab', ['Rows of Lamps']],
  ['a title that may not be whole', 'Submitted by\nada\n12\nRows of La', []],
  ['votes alone', '12\nRows of Lamps\nColumns of Lamps', []],
])('%s', (_, text, expected) => {
  expect(readDaily(itemsOf(linesOf(text))).map(({ title }) => title)).toEqual(expected);
});
