// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { openStore } from '@/components/desk/open-store';

beforeEach(() => {
  localStorage.clear();
  location.hash = '';
});

test('a page begins where its address leads', () => {
  location.hash = '#/paper/a%3A1/note';
  expect(openStore().route.value).toEqual({ view: 'paper', id: 'a:1', field: 'note' });
});

test.each([null, 'comfortable', 'tiny'])('rows are comfortable at first (stored: %s)', (stored) => {
  if (stored !== null) localStorage.setItem('offprint-density', stored);
  expect(openStore().density.value).toBe('comfortable');
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

test('what the list is grouped by is remembered', () => {
  openStore().group.value = 'listed';
  const next = openStore();
  expect(next.group.value).toBe('listed');
  next.group.value = undefined;
  expect(openStore().group.value).toBeUndefined();
});
