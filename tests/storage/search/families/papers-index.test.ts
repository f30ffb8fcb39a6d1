import { expect, test } from 'vitest';
import {
  columnNumber,
  fieldMask,
  PAPERS_INDEX,
  type PaperColumn,
  sitesIn,
} from '@/storage/search/families/papers-index';
import { storedPaper } from '@/tests/storage/papers';
import { fieldTexts } from '@/utils/paper/searched-texts';

test('numbers of fields and columns stay: they are part of the format', () => {
  expect(PAPERS_INDEX.fields.map(({ name }) => fieldMask([name as 'title']))).toEqual([
    1, 2, 4, 8, 16, 32, 64, 128,
  ]);
  expect(
    (
      [
        ...['saved', 'published', 'listed', 'upvotes', 'flags'],
        ...['venue', 'place', 'organization', 'tags', 'submitter'],
      ] as PaperColumn[]
    ).map(columnNumber),
  ).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
});

test('a document has the terms, numbers and texts of a paper and its sightings', () => {
  const paper = storedPaper({
    id: 'arxiv:2609.00001',
    title: 'Moss on moss',
    authors: ['Ada Byron', 'Émile Müller'],
    identifiers: { arxiv: '2609.00001' },
    savedAt: '1970-01-01T00:00:01.000Z',
    publishedAt: '2026-09',
    venue: 'ICML',
    organization: 'Moss Institute',
    tags: ['To Read', 'Café'],
    status: 'read',
    starred: true,
    url: 'https://arxiv.org/abs/2609.00001',
  });
  const sighting = { paper: paper.id, site: 'huggingface', url: 'https://huggingface.co/papers', seenAt: '' };
  const { terms, numbers, texts } = PAPERS_INDEX.document(paper, [
    { ...sighting, listedAt: '2026-09-28', upvotes: 4, submitter: 'Wren' },
    { ...sighting, listedAt: '2026-09-27', upvotes: 7, submitter: 'Finch' },
  ]);
  expect(terms[0]).toEqual(
    new Map([
      ['moss', 2],
      ['on', 1],
    ]),
  );
  expect(fieldTexts(paper, 'authors')).toEqual(['Ada Byron', 'Émile Müller']);
  expect(numbers).toEqual([1000, 20260901, 20260928, 8, 5]);
  expect(texts).toEqual([
    'ICML',
    'arxiv.org\nhuggingface\nhuggingface.co',
    'Moss Institute',
    'cafe\nto read',
    'Finch\nWren',
  ]);
  expect([...(terms[6] ?? []).keys()].sort()).toEqual(['huggingface', 'icml', 'institute', 'moss']);
  expect([...(terms[7] ?? []).keys()].sort()).toEqual(['finch', 'wren']);
});

test('the sites among the places of a paper are those without a dot', () => {
  expect(sitesIn('arxiv\narxiv.org\nhuggingface\nhuggingface.co')).toEqual(['arxiv', 'huggingface']);
  expect(sitesIn('')).toEqual([]);
});
