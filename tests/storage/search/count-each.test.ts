import { expect, test, vi } from 'vitest';
import { countEach } from '@/storage/search/count-each';
import type { Query } from '@/utils/query/query-tree';

const word = (text: string): Query => ({ kind: 'word', text });

test('queries are counted one after the other', async () => {
  const told: [number, number][] = [];
  const count = vi.fn(async (query: Query) => ('text' in query ? query.text.length : 0));
  await countEach(
    { count },
    [word('a'), word('abc')],
    (...one) => told.push(one),
    new AbortController().signal,
  );
  expect(told).toEqual([
    [0, 1],
    [1, 3],
  ]);
});

test('nothing is told or asked once it is aborted', async () => {
  const stop = new AbortController();
  const onCount = vi.fn();
  const count = vi.fn(async () => {
    if (count.mock.calls.length === 2) stop.abort();
    return 1;
  });
  await countEach({ count }, [word('a'), word('b'), word('c')], onCount, stop.signal);
  expect([count.mock.calls.length, onCount.mock.calls.length]).toEqual([2, 1]);
});
