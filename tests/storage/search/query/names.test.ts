import { expect, test } from 'vitest';
import { PAPERS_INDEX } from '@/storage/search/families/papers-index';
import { namesIn } from '@/storage/search/query/names';
import { ChunkCache } from '@/storage/search/snapshot/chunk-cache';
import { Snapshot } from '@/storage/search/snapshot/snapshot';
import { storedPaper } from '@/tests/storage/papers';
import { readerOf, segmentOf, without } from '../memory-index';

const OLD = [
  storedPaper({ id: 'a:1', venue: 'ICML', organization: 'Moss Institute' }),
  storedPaper({ id: 'a:2', venue: 'Gone with its paper' }),
];
const NEW = [
  storedPaper({ id: 'a:3', venue: 'NeurIPS', url: 'https://arxiv.org/abs/1' }),
  storedPaper({ id: 'a:4', venue: 'ICML' }),
  storedPaper({ id: 'a:5' }),
];
const SEEN = {
  paper: 'a:3',
  site: 'arxiv',
  url: 'https://arxiv.org/list',
  seenAt: '2026-11-01T00:00:00.000Z',
  submitter: 'Wren',
};
const AGAIN = { ...SEEN, url: 'https://arxiv.org/new', submitter: 'Finch' };

test('names are counted over all segments, without papers that are gone', async () => {
  const segments = [without(segmentOf(OLD), OLD, new Set(['a:2'])), segmentOf(NEW, [SEEN, AGAIN])];
  const snapshot = new Snapshot(PAPERS_INDEX, segments, new ChunkCache(readerOf(segments)));
  await snapshot.prepare();
  expect(await namesIn(snapshot, 'venue')).toEqual([
    { name: 'ICML', papers: 2 },
    { name: 'NeurIPS', papers: 1 },
  ]);
  expect(await namesIn(snapshot, 'organization')).toEqual([{ name: 'Moss Institute', papers: 1 }]);
  expect(await namesIn(snapshot, 'submitter')).toEqual([
    { name: 'Finch', papers: 1 },
    { name: 'Wren', papers: 1 },
  ]);
  expect(await namesIn(snapshot, 'place')).toEqual([
    { name: 'arxiv', papers: 1 },
    { name: 'arxiv.org', papers: 1 },
  ]);
});
