import { expect, test } from 'vitest';
import { order } from '@/utils/order';

test('texts are ordered by their units, whatever the language', () => {
  expect(['ä', 'b', 'B', 'a', ''].sort(order)).toEqual(['', 'B', 'a', 'b', 'ä']);
});

test('a text is where it is', () => {
  expect(order('a', 'a')).toBe(0);
});
