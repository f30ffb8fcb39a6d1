import { expect, test } from 'vitest';
import { isCslItem, kindOfCsl, textOf, textsOf } from '@/utils/formats/csl-json/csl-fields';

test.each<[unknown, boolean]>([
  [{ type: 'book', title: 'A' }, true],
  [{ type: 'webpage', id: 'a' }, true],
  [{ title: 'A', author: [{ family: 'Glas' }] }, true],
  [{ id: 'a', issued: { 'date-parts': [[2020]] } }, true],
  [{ type: 'book' }, false],
  [{ type: 'lamp', title: 'A' }, false],
  [{ title: 'A', url: 'https://a.example', tags: [] }, false],
  [{ paper: { id: '1706.03762' }, title: 'A' }, false],
  [{ family: 'Glas', given: 'Maria' }, false],
  [{ __proto__: null }, false],
  [[], false],
  [null, false],
  ['book', false],
])('%j', (value, isItem) => {
  expect(isCslItem(value)).toBe(isItem);
});

test('texts are texts, numbers, or the first of a list', () => {
  const fields = JSON.parse('{"a": "x", "b": 3, "c": ["y", "z"], "d": {}, "e": null, "__proto__": "p"}');
  expect(['a', 'b', 'c', 'd', 'e', 'f', 'toString', '__proto__'].map((name) => textOf(fields, name))).toEqual(
    [...['x', '3', 'y', '', '', '', '', 'p']],
  );
  expect(['a', 'c', 'd', 'toString'].map((name) => textsOf(fields, name))).toEqual([
    ['x'],
    ['y', 'z'],
    [],
    [],
  ]);
  expect(['thesis', 'webpage', 'constructor'].map(kindOfCsl)).toEqual(['thesis', undefined, undefined]);
});
