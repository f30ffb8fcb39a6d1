import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effort } from '@/tests/effort';
import { runs } from '@/tests/long';
import { filePaper } from '@/tests/storage/papers';
import { markdown } from '@/utils/formats/markdown/markdown';
import { readList } from '@/utils/formats/markdown/read-list';
import type { ExportedPaper } from '@/utils/paper/schema';
import { PaperCard } from '@/utils/paper/schema';
import { written } from '../written';

const paper = (fields: Partial<ExportedPaper>) => filePaper({ id: 'title:a', identifiers: {}, ...fields });
const readBack = async (...papers: ExportedPaper[]) =>
  readList(
    await written(
      markdown,
      papers.map((one) => ({ paper: one, key: '' })),
    ),
  );

test('our list comes back as far as it says', async () => {
  const reading = await readBack(
    paper({
      ...{ title: 'Lanterns [v2] *x*', authors: ['Ada Byron', '1. FC'], venue: 'Optics *Letters*' },
      ...{ publishedAt: '2023-01-05', identifiers: { arxiv: '2301.00001' } },
      ...{ tags: ['to read', '#x'], note: '# Mine\n\n- *good*' },
    }),
    paper({ title: 'Oils', identifiers: { doi: '10.1000/(a)_b' } }),
    paper({ title: 'Wicks' }),
    paper({ url: 'https://a.example/' }),
  );
  expect(reading).toEqual({
    papers: [],
    entries: [
      {
        card: {
          site: 'markdown',
          ...{ title: 'Lanterns [v2] *x*', authors: ['Ada Byron', '1. FC'], venue: 'Optics *Letters*' },
          ...{ publishedAt: '2023', identifiers: { arxiv: '2301.00001' } },
          url: 'https://arxiv.org/abs/2301.00001',
        },
        ...{ tags: ['to read', '#x'], note: '# Mine\n\n- *good*', place: 1, line: 1 },
      },
      {
        card: {
          ...{ site: 'markdown', title: 'Oils', identifiers: { doi: '10.1000/(a)_b' } },
          url: expect.stringContaining('doi.org'),
        },
        ...{ place: 2, line: 8 },
      },
      { card: { site: 'markdown', title: 'Wicks', identifiers: {} }, place: 3, line: 9 },
    ],
    refused: [{ place: 4, line: 10, title: '[https://a.example/](https://a.example/)', reason: 'unnamed' }],
  });
});

const word = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 8 })
  .map((text) => text.replace(/[\p{C}\s,.\uFEFF]/gu, '').normalize('NFC'))
  .filter((text) => /\p{L}/u.test(text) && !/[\\${}<>]/.test(text));

test('titles, people, places, years, tags and notes of any letters come back', async () => {
  const any = fc.record({
    title: word,
    authors: fc.array(word, { maxLength: 9 }),
    venue: word,
    publishedAt: fc.constantFrom('2023', '2023-01-05'),
    tags: fc.uniqueArray(word, { maxLength: 3 }),
    note: fc.array(word, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
  });
  await fc.assert(
    fc.asyncProperty(any, async (fields) => {
      const [entry] = (await readBack(paper(fields)))?.entries ?? [];
      const { title, authors = [], venue, publishedAt } = entry?.card ?? {};
      expect({ title, authors, venue, publishedAt, tags: entry?.tags ?? [], note: entry?.note }).toEqual({
        ...fields,
        publishedAt: '2023',
      });
    }),
    { numRuns: runs(200) },
  );
});

test.each([
  ['another list', '- [Lanterns](https://arxiv.org/abs/2301.00001)\n- Oils\n'],
  ['text', 'Good morning.  \nHow are you?'],
  ['a note', '# Lanterns\n\n- a  \n  b\n'],
  ['nothing', ''],
])('%s is not ours', (_, text) => {
  expect(readList(text)).toBeUndefined();
});

test('any text is read or is none', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('- ', '  ', '> ', '\n', '[', '](', ')', '*', 'a', 'Tags: ', '\\', '. ')),
      (pieces) => {
        for (const { card } of readList(`- a  \n${pieces.join('')}`)?.entries ?? []) PaperCard.parse(card);
      },
    ),
  );
});

test('time is linear', () => {
  for (const piece of ['- a  \n', '[', '\\', '*', '. ', '  > a\n', ', '])
    expect(effort(() => readList(`- a  \n  ${piece.repeat(50_000)}`))).toBeLessThan(4000);
});
