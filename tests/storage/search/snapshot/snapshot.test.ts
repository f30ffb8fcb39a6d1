import { expect, test } from 'vitest';
import { columnNumber, PAPER_FIELDS, PAPERS_INDEX } from '@/storage/search/families/papers-index';
import type { ChunkKey } from '@/storage/search/segment/chunk-key';
import { COLUMN_CHUNK, POSTINGS_CHUNK } from '@/storage/search/segment/segment';
import { ChunkCache, KEPT } from '@/storage/search/snapshot/chunk-cache';
import { Snapshot } from '@/storage/search/snapshot/snapshot';
import { storedPaper } from '@/tests/storage/papers';
import { readerOf, segmentOf } from '../memory-index';

/** Room for one more stretch of reading ahead. */
const ROOM = 16 * POSTINGS_CHUNK;

const PAPERS = Array.from({ length: 3000 }, (_, index) =>
  storedPaper({
    id: `arxiv:2609.${10_000 + index}`,
    title: `Lantern number ${index} over a quiet harbour`,
    abstract:
      'Wicks burn unevenly, and nobody has said why. We watch four hundred lanterns over one winter and find that the ' +
      'oil matters less than the draught, in every harbour that we visited with our small boats and large notebooks.',
  }),
);

/** A snapshot of one segment, and the chunks that were read of it. */
function snapshot() {
  const segment = segmentOf(PAPERS);
  const asked: ChunkKey[] = [];
  const read = readerOf([segment]);
  const chunks = new ChunkCache((keys) => {
    asked.push(...keys);
    return read(keys);
  });
  return {
    segment,
    asked,
    snapshot: new Snapshot(PAPERS_INDEX, [segment], chunks),
    parts: () => new Set(asked.map(([, part]) => part)),
  };
}

test('of a small index all that queries need is read ahead', async () => {
  const { segment, snapshot: whole, asked, parts } = snapshot();
  await whole.readAhead(KEPT);
  expect(parts()).toEqual(new Set(['d', 'i', 'p']));
  expect(asked).toHaveLength(new Set(asked.map(String)).size);
  const read = asked.length;
  await whole.ids([0, 7, 2999]);
  await whole.chunks.hold([[segment.id, 'p', 0]]);
  expect(asked).toHaveLength(read);
});

test('of a larger one as much as there is room for, dictionaries first, then ids; without room nothing', async () => {
  const all = snapshot();
  await all.snapshot.readAhead(KEPT);
  expect(all.asked.map(([, part]) => part).join('')).toMatch(/^d+i+p+$/);
  const some = snapshot();
  await some.snapshot.readAhead(ROOM);
  expect(some.asked.length).toBeGreaterThan(0);
  expect(some.asked.length).toBeLessThan(all.asked.length);
  expect(all.asked.slice(0, some.asked.length).map(([, ...rest]) => rest)).toEqual(
    some.asked.map(([, ...rest]) => rest),
  );
  const none = snapshot();
  await none.snapshot.readAhead(1000);
  expect(none.asked).toEqual([]);
});

test('columns are whole where they stand in several chunks, and sums leave out what was deleted', async () => {
  const papers = Array.from({ length: 2 * COLUMN_CHUNK + 3 }, (_, index) =>
    storedPaper({
      id: `a:${String(index).padStart(6, '0')}`,
      title: `lantern ${index % 7 === 0 ? '' : 'harbour'}`,
      publishedAt: `${2000 + (index % 20)}-01-01`,
    }),
  );
  const segment = segmentOf(papers);
  const gone = new Uint8Array(papers.length);
  for (const doc of [0, 1, COLUMN_CHUNK + 7, papers.length - 1]) gone[doc] = 1;
  const chunks = new ChunkCache(readerOf([segment]));
  const whole = new Snapshot(PAPERS_INDEX, [{ ...segment, gone }], chunks);
  await whole.prepare();
  const title = PAPER_FIELDS.indexOf('title');
  const [lengths] = await whole.lengths([title]);
  const expected = papers.map((_, index) => (index % 7 === 0 ? 1 : 2));
  expect([...(lengths ?? [])]).toEqual(expected);
  expect(whole.sums[title]).toBe(expected.reduce((sum, length, doc) => sum + (gone[doc] ? 0 : length), 0));
  expect([...(await whole.column(columnNumber('published')))]).toEqual(
    papers.map((_, index) => (2000 + (index % 20)) * 10_000 + 101),
  );
});
