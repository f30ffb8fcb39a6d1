import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messyText } from '@/tests/arbitraries';
import { hasInRow, rowOf } from '@/utils/text/phrase';

test.each([
  ['a pretraining set', 'pre-training set', true],
  ['a pre-training set', 'pretraining set', true],
  ['Llama 2 chat', 'llama2 chat', true],
  ['by J. R. R. Tolkien', 'jrr tolkien', true],
  ['深層学習', '層学', true],
  ['深層学習', '層習', false],
  ['サーバールーム', 'ルーム', true],
  ['deeper sets', 'deep sets', false],
  ['sets deep', 'deep sets', false],
  ['deep, large sets', 'deep sets', false],
])('in %j, the words of %j stand in a row: %s', (text, phrase, expected) => {
  expect(hasInRow(text, rowOf(phrase))).toBe(expected);
});

test('a text has itself in a row', () => {
  fc.assert(
    fc.property(messyText, (text) => {
      expect(hasInRow(text, rowOf(text))).toBe(true);
    }),
  );
});
