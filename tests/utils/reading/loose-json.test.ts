// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { attributeJson, list, record } from '@/utils/reading/loose-json';

test.each([[undefined], [null], ['text'], [7]])('%s is an empty record and an empty list', (value) => {
  expect(record(value)).toEqual({});
  expect(list(value)).toEqual([]);
});

test('what is a record or a list stays itself', () => {
  const [object, array] = [{ a: 1 }, [1]];
  expect(record(object)).toBe(object);
  expect(list(array)).toBe(array);
});

test.each<[string, string | undefined, unknown]>([
  ['data', '{"a":1}', { a: 1 }],
  ['broken data', '{"a":', {}],
  ['data that is no record', '"text"', {}],
  ['no data', undefined, {}],
])('the attribute holds %s', (_, value, expected) => {
  const element = document.createElement('p');
  if (value !== undefined) element.setAttribute('data-props', value);
  expect(attributeJson(element, 'data-props')).toEqual(expected);
});

test('no element has no data', () => {
  expect(attributeJson(null, 'data-props')).toEqual({});
});
