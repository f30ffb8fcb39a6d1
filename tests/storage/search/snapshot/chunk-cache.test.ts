import { expect, test } from 'vitest';
import type { ChunkKey } from '@/storage/search/segment/chunk-key';
import { ChunkCache } from '@/storage/search/snapshot/chunk-cache';

/** A cache over chunks of 1,000 bytes, which notes what it reads. */
function counted(most: number) {
  const reads: ChunkKey[] = [];
  const cache = new ChunkCache(async (keys) => {
    reads.push(...keys);
    await new Promise((resolve) => setTimeout(resolve));
    return keys.map(([, , number]) => new Uint8Array(1000).fill(number));
  }, most);
  return { cache, reads };
}

test('a chunk that several want at once is read once, and they all get it', async () => {
  const { cache, reads } = counted(10_000);
  const [a, b, c] = await Promise.all([
    cache.hold([[1, 'd', 1]]),
    cache.hold([
      [1, 'd', 1],
      [1, 'd', 2],
    ]),
    cache.hold([
      [1, 'd', 2],
      [1, 'd', 3],
    ]),
  ]);
  expect(reads).toEqual([
    [1, 'd', 1],
    [1, 'd', 2],
    [1, 'd', 3],
  ]);
  expect([...a.keys()]).toEqual(['1d1']);
  expect([...b.keys()].sort()).toEqual(['1d1', '1d2']);
  expect(c.get('1d3')?.[0]).toBe(3);
});

test('room is counted once for each chunk, so that there always is some', async () => {
  const { cache, reads } = counted(10_000);
  await Promise.all(Array.from({ length: 12 }, () => cache.hold([[1, 'd', 1]])));
  reads.length = 0;
  for (let time = 0; time < 3; time++) await cache.hold([[1, 'd', 2]]);
  expect(reads).toHaveLength(1);
});

test('a read that failed is tried again by the next one', async () => {
  let fails = true;
  const cache = new ChunkCache(async (keys) => {
    if (fails) throw new Error('the disk is gone');
    return keys.map(() => new Uint8Array(3));
  });
  const both = await Promise.allSettled([cache.hold([[1, 'd', 1]]), cache.hold([[1, 'd', 1]])]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect((await cache.hold([[1, 'd', 1]])).get('1d1')).toHaveLength(3);
});

test('what was let go of is read again, and its room is free', async () => {
  const { cache, reads } = counted(2000);
  await cache.hold([
    [1, 'c', 1],
    [1, 'c', 2],
  ]);
  cache.drop([
    [1, 'c', 1],
    [1, 'c', 9],
  ]);
  await cache.hold([[1, 'd', 3]]);
  reads.length = 0;
  await cache.hold([
    [1, 'c', 2],
    [1, 'd', 3],
  ]);
  expect(reads).toEqual([]);
  await cache.hold([[1, 'c', 1]]);
  expect(reads).toEqual([[1, 'c', 1]]);
});
