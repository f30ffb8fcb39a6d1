import { expect, test } from 'vitest';
import { chunks } from '@/utils/chunks';

test.each([
  [0, 2, []],
  [1, 2, [[0]]],
  [
    4,
    2,
    [
      [0, 1],
      [2, 3],
    ],
  ],
  [5, 2, [[0, 1], [2, 3], [4]]],
])('chunks of %i items by %i', (count, size, expected) => {
  const items = Array.from({ length: count }, (_, index) => index);
  expect(chunks(items, size)).toEqual(expected);
});
