// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { written } from '@/tests/utils/formats/written';
import { html } from '@/utils/formats/html/html';
import { startPage } from '@/utils/formats/html/page/start-page';
import { entry } from '../papers';

const PAPERS = [
  entry({
    id: 'title:1',
    title: 'Lanterns over a harbour',
    tags: ['salt'],
    savedAt: '2026-10-03T00:00:00.000Z',
  }),
  entry({ id: 'title:2', title: 'Salt', abstract: 'Lanterns, too.', savedAt: '2026-10-02T00:00:00.000Z' }),
  entry({ id: 'title:3', title: 'Aviaries', tags: ['salt', 'birds'] }),
];

/** The page of a file, without its own script. */
async function open() {
  const text = await written(html, PAPERS);
  const page = new DOMParser().parseFromString(text.replace(/<script>[\s\S]*?<\/script>/, ''), 'text/html');
  const one = <T extends HTMLElement>(id: string) => page.getElementById(id) as T;
  const [box, order] = [one<HTMLInputElement>('words'), one<HTMLSelectElement>('order')];
  return {
    page,
    box,
    order,
    one,
    titles: () => [...page.querySelectorAll('#papers h2')].map(({ textContent }) => textContent),
    count: () => one('count').textContent,
    type(words: string) {
      box.value = words;
      box.dispatchEvent(new Event('input'));
    },
  };
}

test('what is typed filters, the best first; Escape brings all back', async () => {
  const { page, box, order, one, titles, count, type } = await open();
  expect(one('tools').hidden).toBe(true);
  await startPage(page);
  expect(one('tools').hidden).toBe(false);
  expect([titles().length, count(), order.value]).toEqual([3, '3 papers', 'saved']);
  type('lantern');
  expect(titles()).toEqual(['Lanterns over a harbour', 'Salt']);
  expect([count(), order.value]).toEqual(['2 of 3 papers', 'relevance']);
  expect(page.querySelector('.entry-excerpt')?.textContent).toBe('Lanterns, too.');
  type('kettle');
  expect(titles()).toEqual([]);
  expect(count()).toMatch(/^Nothing found/);
  box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect([box.value, titles().length, order.value]).toEqual(['', 3, 'saved']);
  expect(page.querySelector('.entry-excerpt')).toBeNull();
});

test('tags filter, orders hold while one types, and all abstracts open and close', async () => {
  const { page, order, one, titles, type } = await open();
  await startPage(page);
  one('labels').querySelector('button')?.click();
  expect(titles()).toEqual(['Lanterns over a harbour', 'Aviaries']);
  order.value = 'title';
  order.dispatchEvent(new Event('change'));
  expect(titles()).toEqual(['Aviaries', 'Lanterns over a harbour']);
  type('a');
  expect(order.value).toBe('title');
  type('');
  one('labels').querySelector('button')?.click();
  const opened = () => [...page.querySelectorAll('details')].map(({ open }) => open);
  one('unfold').click();
  expect([one('unfold').getAttribute('aria-pressed'), opened()]).toEqual(['true', [true]]);
  one('unfold').click();
  expect([one('unfold').getAttribute('aria-pressed'), opened()]).toEqual(['false', [false]]);
});

test('words that a browser kept are searched for, and the answer grows with the search', async () => {
  const { page, box, titles, count } = await open();
  box.value = 'lantern';
  const ready = startPage(page);
  expect(count()).not.toBe('3 papers');
  await ready;
  expect(titles().length).toBe(2);
  expect(count()).toBe('2 of 3 papers');
});
