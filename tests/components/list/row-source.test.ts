import { expect, test } from 'vitest';
import { rowsAtHand } from '@/components/list/row-source';

test('rows at hand are read and found by their places', async () => {
  const source = rowsAtHand(['a', 'b', 'c'], String);
  expect(source).toMatchObject({ total: 3, first: ['a', 'b', 'c'] });
  expect(await source.read(1, 3)).toEqual(['b', 'c']);
  expect(await source.placeOf('c')).toBe(2);
  expect(await source.placeOf('d')).toBeUndefined();
});
