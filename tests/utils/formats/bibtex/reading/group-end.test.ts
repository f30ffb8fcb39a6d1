import { expect, test } from 'vitest';
import { beginsEntry, groupEnd, quotedEnd } from '@/utils/formats/bibtex/reading/group-end';

test.each([
  ['{a{b}c}d', 7],
  ['{a{b}c', -1],
  ['{a\n@misc{k,\n}', -1],
  ['{a\nme@misc.example {k}}', 23],
  ['{a} @misc{k, x}', 3],
])('a group: %j', (text, end) => {
  expect(groupEnd(text, 0)).toBe(end);
});

test('a comment may hold entries', () => {
  expect(groupEnd('{a\n@misc{k,\n}}', 0, true)).toBe(14);
});

test.each([
  ['"a"b', 3],
  ['"a{"}b"', 7],
  [String.raw`"Schr\"odinger", x`, 15],
  ['"C:\\",', 5],
  ['"a}"', -1],
  ['"a\n@misc{k,\n"', -1],
])('quotation marks: %j', (text, end) => {
  expect(quotedEnd(text, 0)).toBe(end);
});

test.each([
  ['@article{key,', true],
  ['  @ARTICLE {Ahamed Ahanger2025,', true],
  ['@string{jss = "x"}', true],
  ['@comment{', true],
  ['@article', false],
  ['@media{a{', false],
  ['article{key,', false],
])('an entry: %s', (text, begins) => {
  expect(beginsEntry(text, 0)).toBe(begins);
});
