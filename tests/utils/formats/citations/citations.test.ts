import { expect, test } from 'vitest';
import { filePaper } from '@/tests/storage/papers';
import { citations } from '@/utils/formats/citations/citations';
import { written } from '../written';

const paper = (title: string, author: string) => ({
  paper: filePaper({
    id: `openreview:${title}`,
    title,
    authors: [author],
    publishedAt: '2026',
    venue: 'ICLR',
  }),
  key: '',
});
const ENTRIES = [
  paper('Salt in winter', 'Berta Zander'),
  paper('Lanterns', 'Ada Berg'),
  paper('Kites', 'Cleo Moss'),
];

test('one a line, sorted as the style wants it, whatever the batches are', async () => {
  const lines = (await written(citations, ENTRIES, { style: 'apa' })).split('\n');
  expect(lines.map((line) => line.split(',')[0])).toEqual(['Berg', 'Moss', 'Zander', '']);
});

test('numbered through in the order given, where the style numbers', async () => {
  const lines = (await written(citations, ENTRIES, { style: 'ieee' })).split('\n');
  expect(lines.map((line) => line.slice(0, 3))).toEqual(['[1]', '[2]', '[3]', '']);
  expect(lines[0]).toContain('Salt in winter');
});

test('as HTML, a paragraph each, and markup of titles is text', async () => {
  const html = await written(citations, [paper('<b>Salt</b>', 'Ada Berg')], { style: 'mla', rich: true });
  expect(html).toMatch(/^<p>.*<\/p>\n$/);
  expect(html).not.toContain('<b>');
});

test('a style that is not known is an error, not an empty file', async () => {
  await expect(written(citations, ENTRIES, { style: 'none' })).rejects.toThrow('no style none');
});
