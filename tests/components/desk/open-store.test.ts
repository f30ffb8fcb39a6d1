// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { adoptOptions, options } from '@/components/browser/options';
import { askedOf } from '@/components/desk/address';
import type { LastSearch } from '@/components/desk/last-search';
import { keepGroup, openStore } from '@/components/desk/open-store';
import type { Asked } from '@/components/desk/place';

const LAST: Asked = { query: 'lanterns', sort: 'upvotes', group: 'year' };

beforeEach(() => {
  localStorage.clear();
  adoptOptions({ density: 'comfortable' });
  location.hash = '';
});

test('a page begins where its address leads', () => {
  location.hash = '#/paper/a%3A1/note';
  expect(openStore().route.value).toEqual({ view: 'paper', id: 'a:1', field: 'note' });
});

test('rows are as the option says, and follow it', () => {
  const { density } = openStore();
  expect(density.value).toBe('comfortable');
  adoptOptions({ density: 'compact' });
  expect(density.value).toBe('compact');
  density.value = 'comfortable';
  expect(options.value.density).toBe('comfortable');
});

test('the height of rows that was chosen is that of the next page', () => {
  openStore().density.value = 'compact';
  const next = openStore();
  expect(next.density.value).toBe('compact');
  next.density.value = 'comfortable';
  expect(openStore().density.value).toBe('comfortable');
});

test.each([null, '', 'colour'])('the list has no groups at first (stored: %s)', (stored) => {
  if (stored !== null) localStorage.setItem('offprint-group', stored);
  expect(openStore().group.value).toBeUndefined();
});

test('what the list is grouped by is remembered once it was chosen', () => {
  openStore().group.value = 'year';
  expect(openStore().group.value).toBeUndefined();
  keepGroup('listed');
  expect(openStore().group.value).toBe('listed');
  keepGroup(undefined);
  expect(openStore().group.value).toBeUndefined();
});

test('an address says everything, so what one likes is for pages without one', () => {
  keepGroup('listed');
  location.hash = '#/?q=graph&sort=upvotes';
  const { query, sort, group } = openStore({ asked: LAST, keep: () => undefined });
  expect([query.value, sort.value, group.value]).toEqual(['graph', 'upvotes', undefined]);
});

test('a page begins with the last search, and keeps every other one', () => {
  const keep = vi.fn<LastSearch['keep']>();
  const store = openStore({ asked: LAST, keep });
  expect(askedOf(store)).toEqual(LAST);
  store.query.value = 'salt';
  expect(keep.mock.lastCall).toEqual([{ ...LAST, query: 'salt' }]);
});
