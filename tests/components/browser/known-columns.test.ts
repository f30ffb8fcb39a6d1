// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { keepColumn, knownColumns } from '@/components/browser/known-columns';

beforeEach(() => localStorage.clear());

test('nothing is known at first', () => {
  expect(knownColumns()).toBeUndefined();
});

test('what was said last holds', () => {
  keepColumn('Naam', 'title');
  keepColumn('Jaar', 'date');
  keepColumn('Naam', 'none');
  expect(knownColumns()).toEqual({ Jaar: 'date', Naam: 'none' });
});

test('a heading of any name is a heading', () => {
  keepColumn('__proto__', 'title');
  expect(Object.entries(knownColumns() ?? {})).toEqual([['__proto__', 'title']]);
});

test.each(['{', '{"a":1}', '[["Naam","nonsense"],["Jaar"],7]'])(
  'what anybody may have written is no harm: %s',
  (text) => {
    localStorage.setItem('offprint-columns', text);
    expect(knownColumns()).toBeUndefined();
  },
);

test('very many are not all remembered', () => {
  for (let index = 0; index < 400; index++) keepColumn(`Column ${index}`, 'note');
  expect(Object.keys(knownColumns() ?? {})).toHaveLength(300);
});
