import { expect, test, vi } from 'vitest';
import { PaperCache } from '@/storage/search/page/paper-cache';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';

async function cacheOf(count: number) {
  const db = openDatabase();
  await db.papers.bulkPut(Array.from({ length: count }, (_, index) => storedPaper({ id: `a:${index}` })));
  return { cache: new PaperCache(db), reads: vi.spyOn(db, 'backendDB') };
}

test('papers come in the order asked for; what is not there is undefined, however often it is asked for', async () => {
  const { cache } = await cacheOf(3);
  for (const _ of [1, 2]) {
    const found = await cache.read(['a:2', 'a:9', 'a:0', 'a:2']);
    expect(found.map((paper) => paper?.id)).toEqual(['a:2', undefined, 'a:0', 'a:2']);
  }
});

test('only what was not read lately is read', async () => {
  const { cache, reads } = await cacheOf(3);
  await cache.read(['a:0', 'a:1']);
  await cache.read(['a:1', 'a:0']);
  expect(reads).toHaveBeenCalledTimes(1);
  await cache.read(['a:1', 'a:2']);
  expect(reads).toHaveBeenCalledTimes(2);
});

test('what was used longest ago is let go', async () => {
  const { cache, reads } = await cacheOf(1001);
  const ids = Array.from({ length: 1000 }, (_, index) => `a:${index}`);
  await cache.read(ids);
  await cache.read(['a:0']);
  await cache.read(['a:1000']); // a:1 goes
  reads.mockClear();
  await cache.read(['a:0', 'a:2', 'a:999', 'a:1000']);
  expect(reads).not.toHaveBeenCalled();
  await cache.read(['a:1']);
  expect(reads).toHaveBeenCalledTimes(1);
});
