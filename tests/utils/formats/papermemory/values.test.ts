import { expect, test } from 'vitest';
import { tagsIn, textIn } from '@/utils/formats/papermemory/values';

test.each([
  ['a', 'a'],
  [7, '7'],
  [null, ''],
  [{}, ''],
  [undefined, ''],
])('%j as a text is %j', (value, text) => {
  expect(textIn(value)).toBe(text);
});

test.each([
  [
    ['a', ' b ', 'a', '', 7, {}],
    ['a', 'b', '7'],
  ],
  ['a, b', ['a', 'b']],
  [null, []],
  [{ a: 1 }, []],
])('%j as tags is %j', (value, tags) => {
  expect(tagsIn(value)).toEqual(tags);
});
