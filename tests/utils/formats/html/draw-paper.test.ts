// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { drawPaper, paperData } from '@/utils/formats/html/draw-paper';
import type { ExportedPaper } from '@/utils/paper/schema';
import { exported } from './papers';

function drawn(given: Partial<ExportedPaper>): Element {
  const page = new DOMParser().parseFromString(`<ul>${drawPaper(exported(given)).html}</ul>`, 'text/html');
  return page.querySelector('li') as Element;
}

const text = (row: Element, selector: string) =>
  row.querySelector(selector)?.textContent?.replaceAll('\u00a0', ' ') ?? null;

test('a paper shows all that is known of it', () => {
  const row = drawn({
    title: 'Lamps & Wicks',
    authors: ['Ada Moss', 'Bo Berg'],
    venue: 'Journal of Lamps',
    publishedAt: '2026-09',
    url: 'https://a.example/?a=1&b="2"',
    tags: ['to cite', 'winter'],
    note: 'Read it.\nTwice.',
    abstract: 'Wicks <burn>.',
  });
  const link = row.querySelector('h2 a');
  expect(link?.textContent).toBe('Lamps & Wicks');
  expect(link?.getAttribute('href')).toBe('https://a.example/?a=1&b="2"');
  expect(link?.getAttribute('rel')).toBe('noopener noreferrer');
  expect(row.querySelector('h2')?.getAttribute('dir')).toBe('auto');
  expect(text(row, '.entry-facts')).toBe(
    'Ada Moss, Bo Berg · Journal of Lamps · Sep 2026 · saved 1 Oct 2026',
  );
  expect([...row.querySelectorAll('.entry-tags bdi')].map(({ textContent }) => textContent)).toEqual([
    'to cite',
    'winter',
  ]);
  expect(text(row, '.entry-note')).toBe('Read it.\nTwice.');
  expect(text(row, 'details summary')).toBe('Abstract');
  expect(row.querySelector('details')?.open).toBe(false);
  expect(text(row, 'details p')).toBe('Wicks <burn>.');
});

test('a paper of which nothing is known has a row, too', () => {
  const row = drawn({});
  expect(text(row, 'h2')).toBe('Untitled');
  expect(text(row, '.entry-facts')).toBe('saved 1 Oct 2026');
  expect(row.querySelector('a, details, .entry-tags, .entry-note')).toBeNull();
});

test.each([
  ['its own address', { url: 'https://a.example/1' }, 'https://a.example/1'],
  ['that of its identifier', { identifiers: { arxiv: '2609.00001' } }, 'https://arxiv.org/abs/2609.00001'],
  ['none that is not of the web', { url: 'javascript:alert(1)' }, null],
])('its link is %s', (_, given, address) => {
  const link = drawn({ title: 'Lamps', ...given }).querySelector('h2 a');
  expect(link?.getAttribute('href') ?? null).toBe(address);
});

test('thousands of authors are all there, but folded', () => {
  const authors = Array.from({ length: 3000 }, (_, place) => `Author ${place}`);
  const row = drawn({ authors });
  expect(text(row, '.entry-facts')).toContain('Author 5 +2,994 ·');
  expect(text(row, 'summary')).toBe('2,994 more authors');
  expect([...row.querySelectorAll('[data-field=authors]')].map(({ textContent }) => textContent)).toEqual(
    authors,
  );
  expect(text(drawn({ authors: authors.slice(0, 7), abstract: 'Short.' }), 'summary')).toBe(
    'Abstract and 1 more author',
  );
  expect(text(drawn({ authorCount: 300 }), '.entry-facts')).toBe('300 authors · saved 1 Oct 2026');
});

test('beside what is shown the page knows what is searched, but not where the paper was seen', () => {
  const source = { site: 'huggingface', url: 'https://a.example/', seenAt: '', submitter: 'Wren' };
  expect(
    paperData(
      exported({
        venue: 'ICML',
        publisher: 'Harbour Press',
        editors: ['Ida Moss'],
        identifiers: { doi: '10.1000/x' },
        isbn: ['978-3-16-148410-0'],
        publishedAt: '2026',
        sources: [source],
        starred: true,
      }),
    ),
  ).toEqual({
    saved: '2026-10-01T12:00:00.000Z',
    published: '2026',
    places: 'ICML\nHarbour Press',
    people: 'Ida Moss',
    identifiers: '10.1000/x\n978-3-16-148410-0\n9783161484100',
  });
  expect(paperData(exported({}))).toEqual({ saved: '2026-10-01T12:00:00.000Z' });
});
