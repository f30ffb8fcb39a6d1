import { expect, test } from 'vitest';
import { enclosed, splitTex } from '@/utils/formats/bibtex/reading/split-tex';

test.each([
  ['a, b', ['a', ' b']],
  ['{a, b}, c', ['{a, b}', ' c']],
  [String.raw`a\, b`, [String.raw`a\, b`]],
  ['a}, b', ['a}', ' b']],
  ['', ['']],
])('commas outside of braces: %s', (tex, pieces) => {
  expect(splitTex(tex, /,/g)).toEqual(pieces);
});

test.each([
  ['{a}', 'a'],
  ['{a} and {b}', undefined],
  ['{a}b', undefined],
  ['a', undefined],
])('braces around all of it: %s', (tex, inside) => {
  expect(enclosed(tex)).toBe(inside);
});
