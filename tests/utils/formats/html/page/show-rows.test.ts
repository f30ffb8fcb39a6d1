// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showRows } from '@/utils/formats/html/page/show-rows';

const rows = Array.from({ length: 1000 }, (_, place) => {
  const row = document.createElement('li');
  row.textContent = String(place);
  return row;
});
let list: HTMLElement;
const shown = () => [...list.children].map(({ textContent }) => Number(textContent));

beforeEach(() => {
  vi.useFakeTimers();
  list = document.createElement('ul');
  list.append(...rows);
});
afterEach(() => vi.useRealTimers());

test('the first rows come at once, the others after them, all in order', () => {
  const turned = rows.toReversed();
  showRows(list).show(turned);
  expect(shown()).toEqual(Array.from({ length: 100 }, (_, place) => 999 - place));
  vi.runAllTimers();
  expect(shown()).toEqual(Array.from({ length: 1000 }, (_, place) => 999 - place));
});

test('rows that were still to come do not come after others were asked for', () => {
  const { show } = showRows(list);
  show(rows);
  show(rows.slice(7, 9));
  vi.runAllTimers();
  expect(shown()).toEqual([7, 8]);
  show([]);
  expect(shown()).toEqual([]);
});

test('who prints has them all at once', () => {
  const { show, complete } = showRows(list);
  show(rows);
  complete();
  expect(shown()).toHaveLength(1000);
  vi.runAllTimers();
  expect(shown()).toHaveLength(1000);
});
