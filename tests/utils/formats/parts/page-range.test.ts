import { expect, test } from 'vitest';
import { pageRange } from '@/utils/formats/parts/page-range';

test.each([
  ['1-9', ['1', '9']],
  ['1--9', ['1', '9']],
  [' 12 – 19 ', ['12', '19']],
  ['A1-A9', ['A1', 'A9']],
  ['e17', ['e17']],
  ['1-3, 7-9', ['1-3, 7-9']],
  ['S1-1-S1-9', ['S1-1-S1-9']],
  ['', ['']],
])('%j', (pages, range) => {
  expect(pageRange(pages)).toEqual(range);
});
