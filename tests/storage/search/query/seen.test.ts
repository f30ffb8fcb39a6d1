import { expect, test } from 'vitest';
import { seenByDocument } from '@/storage/search/query/seen';
import { storedPaper } from '@/tests/storage/papers';
import { segmentOf, snapshotOf } from '../memory-index';

test('sites and submitters are those of each document, in whatever segment it is', async () => {
  const papers = ['a:1', 'a:2', 'a:3'].map((id) => storedPaper({ id, url: 'https://arxiv.org/abs/1' }));
  const seen = { url: 'https://host.example/list', seenAt: '2026-11-01T00:00:00.000Z' };
  const sightings = [
    { ...seen, paper: 'a:2', site: 'huggingface', submitter: 'Wren' },
    { ...seen, paper: 'a:2', site: 'arxiv', submitter: 'Finch' },
    { ...seen, paper: 'a:3', site: 'arxiv' },
  ];
  const segments = [segmentOf(papers.slice(0, 2), sightings), segmentOf(papers.slice(2), sightings)];
  const seenOf = await seenByDocument(snapshotOf(segments));
  expect([0, 1, 2].map(seenOf)).toEqual([
    { sites: [], submitters: [] },
    { sites: ['arxiv', 'huggingface'], submitters: ['Finch', 'Wren'] },
    { sites: ['arxiv'], submitters: [] },
  ]);
});
