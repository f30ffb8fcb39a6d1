// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { drawExcerpt, rangesIn } from '@/utils/formats/html/page/mark-rows';
import type { Item } from '@/utils/formats/html/page/read-items';
import { itemsOf } from './list';

const row = (): Item =>
  itemsOf([
    { title: 'Lamps', authors: ['Ada Lamp'], abstract: `${'Oil and wicks. '.repeat(40)}Lamps <burn>.` },
  ])[0] as Item;
const excerpts = (item: Item) =>
  [...item.row.querySelectorAll('.entry-excerpt')].map(({ textContent }) => textContent ?? '');

test('an excerpt shows the place of the abstract that matched, as text, and goes with its search', () => {
  const item = row();
  drawExcerpt(item, { score: 1, terms: ['burn'] });
  expect(excerpts(item)).toHaveLength(1);
  expect(excerpts(item)[0]).toMatch(/^… .*Lamps <burn>\.$/);
  expect(item.row.querySelector('.entry-excerpt')?.getAttribute('dir')).toBe('auto');
  drawExcerpt(item, { score: 1, terms: ['oil'] });
  expect(excerpts(item)).toHaveLength(1);
  expect(excerpts(item)[0]).toMatch(/^Oil/);
  drawExcerpt(item, undefined);
  expect(excerpts(item)).toEqual([]);
});

test('without a match in the abstract there is none', () => {
  const item = row();
  drawExcerpt(item, { score: 1, terms: ['ada'] });
  expect(excerpts(item)).toEqual([]);
});

test('matches are marked wherever the row shows them, and the row stays as it is', () => {
  const { row: element } = row();
  document.body.append(element); // happy-dom has ranges in its own document only
  const before = element.outerHTML;
  const texts = rangesIn(element, new Set(['lamps', 'lamp'])).map(
    ({ startContainer, startOffset, endOffset }) => startContainer.textContent?.slice(startOffset, endOffset),
  );
  expect(texts).toEqual(['Lamps', 'Lamp', 'Lamps']);
  expect(element.outerHTML).toBe(before);
});
