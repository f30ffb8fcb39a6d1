import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dailyPapers } from '@/utils/formats/daily-papers/daily-papers';
import { sourceOfText } from '@/utils/formats/parts/source-file';
import { PaperCard } from '@/utils/paper/schema';
import { CONTEXT } from '../context';

const read = (value: unknown) => dailyPapers.read(sourceOfText(JSON.stringify(value)), CONTEXT);

const item = (fields: object = {}) => ({
  paper: {
    id: '2601.00001',
    authors: [
      { _id: '1', name: 'Maria Glas', hidden: false },
      { _id: '2', name: 'Ivo Lum', hidden: false },
      { _id: '3', name: 'Nobody', hidden: true },
    ],
    publishedAt: '2026-01-04T18:00:00.000Z',
    submittedOnDailyAt: '2026-01-05T00:00:00.000Z',
    title: 'Lanterns over a quiet harbour',
    summary: 'Light.',
    upvotes: 12,
    githubRepo: 'https://github.com/a/b',
    projectPage: 'https://a.example',
    ...fields,
  },
  publishedAt: '2026-01-04T13:00:00.000Z',
  title: 'Lanterns over a quiet harbour',
  numComments: 3,
  submittedBy: { fullname: 'Ada King', name: 'ada' },
});

test('a listing gives its papers, with votes and the day on which they were listed', async () => {
  expect(await read([item()])).toEqual({
    papers: [],
    entries: [
      {
        card: {
          site: 'huggingface',
          identifiers: { arxiv: '2601.00001' },
          title: 'Lanterns over a quiet harbour',
          abstract: 'Light.',
          authors: ['Maria Glas', 'Ivo Lum'],
          publishedAt: '2026-01-04',
          upvotes: 12,
          comments: 3,
          submitter: 'Ada King',
          code: 'https://github.com/a/b',
          project: 'https://a.example',
          url: 'https://huggingface.co/papers/2601.00001',
          listing: 'https://huggingface.co/papers/date/2026-01-05',
          listedAt: '2026-01-05',
        },
        place: 1,
        line: 1,
      },
    ],
    refused: [],
  });
});

test('bare papers, and what is none', async () => {
  const reading = await read([item().paper, 7, item({ id: 'x y', title: '' })]);
  expect(reading?.entries).toHaveLength(2);
  expect(reading?.refused).toMatchObject([{ place: 2, reason: 'notARecord' }]);
});

test.each([
  ['CSL-JSON', [{ id: 'a', title: 'A', type: 'article', author: [] }]],
  ['addresses', ['https://a.example']],
  ['nothing', []],
  ['an object', {}],
])('%s is none', async (_, value) => {
  expect(await read(value)).toBeUndefined();
});

test('any values are read or refused', async () => {
  const some = fc.record(Object.fromEntries(Object.keys(item().paper).map((name) => [name, fc.jsonValue()])));
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.jsonValue(),
          some.map((paper) => item(paper)),
        ),
      ),
      async (values) => {
        for (const { card } of (await read([item(), item(), ...values]))?.entries ?? [])
          PaperCard.parse(card);
      },
    ),
  );
});
