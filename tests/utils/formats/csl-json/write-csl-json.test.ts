import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '@/tests/long';
import { filePaper } from '@/tests/storage/papers';
import { cslJson } from '@/utils/formats/csl-json/csl-json';
import { cslItem } from '@/utils/formats/parts/csl-item';
import { anyPaper } from '../any-paper';
import { CslFile } from '../csl-schema';
import { pandoc } from '../judges';
import { written } from '../written';

const paper = (title: string) =>
  filePaper({ id: 'arxiv:1706.03762', title, authors: ['Ludwig van Beethoven'] });

test.each([0, 1, 2, 3, 5])('%i papers are an array of their items, one a line', async (count) => {
  const entries = Array.from({ length: count }, (_, at) => ({
    paper: paper(`Paper ${at}`),
    key: `key${at}`,
  }));
  const text = await written(cslJson, entries);
  expect(JSON.parse(text)).toEqual(entries.map((one) => cslItem(one.paper, one.key)));
  expect(text.trimEnd().split('\n')).toHaveLength(count + 2);
});

test('any papers keep the rules of CSL’s schema, and have no halves of characters', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPaper, { maxLength: 4 }), async (papers) => {
      const text = await written(
        cslJson,
        papers.map((one, at) => ({ paper: one, key: `key${at}` })),
      );
      const items = JSON.parse(text, (_, value) => {
        if (typeof value === 'string') expect(value.isWellFormed()).toBe(true);
        return value;
      });
      expect(CslFile.safeParse(items).error).toBeUndefined();
      for (const item of items)
        for (const { family, literal } of [...(item.author ?? []), ...(item.editor ?? [])])
          expect(family ?? literal).toBeTruthy();
    }),
    { numRuns: runs(600) },
  );
});

test('the rules see what breaks them', () => {
  const item = cslItem(paper('A'), 'key');
  expect(CslFile.safeParse([item]).error).toBeUndefined();
  for (const wrong of [
    { type: 'preprint' },
    { keyword: ['a', 'b'] },
    { author: [{ name: 'Ada' }] },
    { issued: { 'date-parts': [[]] } },
    { issued: '2017' },
    { doi: '10.1/a' },
  ])
    expect(CslFile.safeParse([{ ...item, ...wrong }]).success, JSON.stringify(wrong)).toBe(false);
});

test('pandoc reads the same items', async () => {
  const entries = [
    {
      paper: filePaper({
        id: 'doi:10.1/a',
        title: '100% of H&M: C# and O(n²)',
        authors: ['Ludwig van Beethoven', 'Martin Luther King Jr.', 'World Health Organization', '张三'],
        ...{ type: 'article', venue: 'Optics', volume: '3', issue: '4', pages: '1-9' },
        ...{ publishedAt: '2023-01-05', tags: ['to read', 'b'], note: 'A note.' },
      }),
      key: 'one',
    },
    { paper: paper('Preprint'), key: 'two' },
    { paper: filePaper({ id: 'title:nothing', identifiers: {} }), key: 'three' },
  ];
  const text = await written(cslJson, entries);
  expect(JSON.parse(await pandoc('csljson', 'csljson', text))).toEqual(JSON.parse(text));
});
