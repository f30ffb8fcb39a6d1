import { expect, test } from 'vitest';
import { readRow } from '@/utils/formats/csv/read-row';
import type { ColumnField } from '@/utils/formats/parts/columns';

const row = (cells: Partial<Record<ColumnField, string[]>>) => readRow((field) => cells[field] ?? []);

test.each<[string, Partial<Record<ColumnField, string[]>>, object]>([
  ['a DOI as an address', { doi: ['https://doi.org/10.1000/A'] }, { doi: '10.1000/a' }],
  ['two DOIs', { doi: ['10.1000/a; 10.1000/b'] }, { doi: ['10.1000/a', '10.1000/b'] }],
  ['an arXiv id among DOIs', { doi: ['arXiv:2601.00001'] }, { arxiv: '2601.00001' }],
  ['an address', { url: ['https://openreview.net/forum?id=EZNOb_uNpJk'] }, { openreview: 'EZNOb_uNpJk' }],
  [
    'an address that says otherwise',
    { doi: ['10.1000/a'], url: ['https://doi.org/10.1000/b'] },
    { doi: '10.1000/a' },
  ],
  ['a journal', { venue: ['arXiv preprint arXiv:2601.00001'] }, { arxiv: '2601.00001' }],
  ['an address of arXiv', { arxiv: ['https://arxiv.org/pdf/2601.00001v2.pdf'] }, { arxiv: '2601.00001' }],
  ['numbers of a spreadsheet', { pmid: ['123.0'], pmcid: ['45'] }, { pmid: '123', pmcid: 'PMC45' }],
  ['no identifier', { doi: ['none'], arxiv: ['-'], pmid: ['n/a'] }, {}],
])('%s', (_, cells, identifiers) => {
  expect(row(cells).card.identifiers).toEqual(identifiers);
});

test('of several columns the one that says most counts', () => {
  const { card } = row({
    authors: ['Glas M.', 'Glas, Maria; Lum, Ivo'],
    date: ['2026', '2026-07-01', '2026-06'],
    venue: ['Lamps', 'Oils'],
  });
  expect(card).toMatchObject({
    authors: ['Maria Glas', 'Ivo Lum'],
    publishedAt: '2026-07-01',
    venue: 'Lamps',
  });
});

test.each([
  [{ firstPage: ['1'], lastPage: ['9'] }, '1–9'],
  [{ firstPage: ['1'], lastPage: ['1'] }, '1'],
  [{ firstPage: ['1'] }, '1'],
  [{ pages: ['e17'] }, 'e17'],
  [{ pages: ['101'], firstPage: ['1'], lastPage: ['9'] }, '1–9'],
  [{}, undefined],
])('the pages of %j are %s', (cells, pages) => {
  expect(row(cells).card.pages).toBe(pages);
});

test('texts of publishers lose their HTML', () => {
  expect(row({ title: ['A &amp; <i>B</i>'], abstract: ['<p>x &lt; y</p>'] }).card).toMatchObject({
    title: 'A & B',
    abstract: 'x < y',
  });
});

test('a note that is HTML becomes Markdown', () => {
  expect(row({ note: ['<p>a <b>b</b></p>'] }).note).toBe('a **b**');
  expect(row({ note: ['a <b> c'] }).note).toBe('a <b> c');
});
