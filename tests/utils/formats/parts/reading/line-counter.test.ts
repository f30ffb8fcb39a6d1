import { expect, test } from 'vitest';
import { LineCounter } from '@/utils/formats/parts/reading/line-counter';

test.each([
  ['a\nb\n\nc', [1, 1, 2, 2, 3, 4]],
  ['a\r\nb', [1, 1, 1, 2]],
  ['a\rb', [1, 1, 2]],
])('%j', (text, lines) => {
  const counter = new LineCounter(text);
  expect(lines.map((_, place) => counter.lineOf(place))).toEqual(lines);
});
