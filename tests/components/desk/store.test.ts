import { expect, test } from 'vitest';
import { createStore } from '@/components/desk/store';

test('a store begins at its hash, with nothing asked, found or typed', () => {
  const { route, density, query, sort, hints, finder, pasted, wish } = createStore('#/trash', 'compact');
  expect(route.value).toEqual({ view: 'trash' });
  expect(density.value).toBe('compact');
  expect([query, sort, hints, finder, pasted, wish].map(({ value }) => value)).toEqual([
    '',
    'relevance',
    [],
    undefined,
    '',
    undefined,
  ]);
});
