import { expect, test, vi } from 'vitest';
import { papersIndex } from '@/storage/search/families/papers-index';
import { ChunkCache } from '@/storage/search/snapshot/chunk-cache';
import { Memory } from '@/storage/search/snapshot/memory';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';

const numbered = (count: number) =>
  Array.from({ length: count }, (_, n) => storedPaper({ id: `doi:10.1/${n}`, revision: 1 }));

/** A memory that counts the papers which it indexes. */
function countingMemory() {
  const { family } = papersIndex(openDatabase());
  const document = vi.fn(family.document);
  const memory = new Memory({ ...family, document }, new ChunkCache(async () => []));
  return { memory, document };
}

test('one paper that changes is indexed alone, however many others there are', async () => {
  const { memory, document } = countingMemory();
  const papers = numbered(1000);
  await memory.keep(papers, () => []);
  expect(document).toHaveBeenCalledTimes(1000);
  for (const revision of [2, 3, 4]) {
    document.mockClear();
    await memory.keep([...papers.slice(1), storedPaper({ id: 'doi:10.1/0', revision })], () => []);
    expect(document).toHaveBeenCalledOnce();
  }
});

test('after many changes all are indexed anew, so that a query reads few segments', async () => {
  const { memory } = countingMemory();
  for (let revision = 1; revision <= 50; revision++) {
    const papers = numbered(150).map((paper, n) => (n === revision ? { ...paper, revision } : paper));
    await memory.keep(papers, () => []);
    expect(memory.segments.length).toBeLessThanOrEqual(10);
  }
});
