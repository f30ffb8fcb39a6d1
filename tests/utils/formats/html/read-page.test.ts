import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '@/tests/long';
import { filePaper } from '@/tests/storage/papers';
import { html } from '@/utils/formats/html/html';
import { readPage } from '@/utils/formats/html/read-page';
import type { ExportedPaper } from '@/utils/paper/schema';
import { PaperCard } from '@/utils/paper/schema';
import { anyPaper } from '../any-paper';
import { written } from '../written';

const paper = (fields: Partial<ExportedPaper>) => filePaper({ id: 'title:a', identifiers: {}, ...fields });
const page = (...papers: ExportedPaper[]) =>
  written(
    html,
    papers.map((one) => ({ paper: one, key: '' })),
  );

test('our page comes back as far as it says', async () => {
  const authors = ['A', 'B', 'C', 'D', 'E', 'F', 'G & <H>'];
  const text = await page(
    paper({
      ...{ title: 'Lanterns <b> & "x"', authors, venue: 'Optics', publishedAt: '2023-01-05' },
      ...{ identifiers: { arxiv: '2301.00001', doi: '10.1000/a', openreview: 'x' } },
      ...{ tags: ['to read', 'b'], note: 'Mine\n- more', abstract: 'One\n\nTwo' },
    }),
    paper({
      id: 'title:b',
      title: 'Oils',
      authors: [],
      authorCount: 12,
      savedAt: '2026-09-27T06:00:00.000Z',
    }),
  );
  expect(readPage(text)).toEqual({
    papers: [],
    entries: [
      {
        card: {
          site: 'html',
          ...{ title: 'Lanterns <b> & "x"', authors, venue: 'Optics', publishedAt: '2023-01-05' },
          ...{ identifiers: { arxiv: '2301.00001', doi: '10.1000/a' }, abstract: 'One\n\nTwo' },
          url: 'https://arxiv.org/abs/2301.00001',
        },
        ...{ tags: ['to read', 'b'], note: 'Mine\n- more', savedAt: '2026-09-28T06:00:00.000Z', place: 1 },
      },
      {
        card: { site: 'html', title: 'Oils', authorCount: 12, identifiers: {} },
        ...{ savedAt: '2026-09-27T06:00:00.000Z', place: 2 },
      },
    ],
    refused: [],
  });
  const half = readPage(text.slice(0, text.lastIndexOf('<li')));
  expect([half?.entries?.length, half?.problem]).toEqual([1, 'truncated']);
});

test('titles, tags and notes of any letters come back', async () => {
  const clean = (text: string) =>
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\t\n]/gu, '');
  await fc.assert(
    fc.asyncProperty(anyPaper, async (any) => {
      const text = await page({ ...any, title: `T${any.title ?? ''}` });
      const [entry] = readPage(text)?.entries ?? [];
      PaperCard.parse(entry?.card);
      expect(entry?.tags ?? []).toEqual(any.tags.map(clean));
      expect(entry?.note ?? '').toBe(any.note?.trim() ? clean(any.note) : '');
      expect(entry?.card.abstract ?? '').toBe(clean(any.abstract ?? ''));
    }),
    { numRuns: runs(100) },
  );
});

test.each([
  ['another page', '<!doctype html><title>x</title><li class="entry">\n'],
  ['text', 'Offprint'],
  ['nothing', ''],
])('%s is none of ours', (_, text) => {
  expect(readPage(text)).toBeUndefined();
});
