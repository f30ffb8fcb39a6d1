import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type CollectWish, onCollectWish, wishToCollect } from '@/storage/collect-wish';

const NOW = '2026-10-02T08:00:00.000Z';
const before = (ms: number) => new Date(Date.parse(NOW) - ms).toISOString();
const hear = vi.fn<(wish: CollectWish) => void>();
const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

beforeEach(() => {
  hear.mockReset();
  vi.spyOn(Date, 'now').mockReturnValue(Date.parse(NOW));
});
afterEach(() => vi.restoreAllMocks());

test('a wish waits for the panel that opens next, and for no other', async () => {
  await wishToCollect({ tab: 7, window: 1, at: NOW });
  const stop = onCollectWish(1, hear);
  await settled();
  expect(hear.mock.calls).toEqual([[{ tab: 7, window: 1, at: NOW }]]);
  stop();
  onCollectWish(1, hear)();
  await settled();
  expect(hear).toHaveBeenCalledTimes(1);
});

test.each([
  [9_999, 1],
  [10_001, 0],
])('a wish of %i ms ago is heard %i times', async (ms, times) => {
  await wishToCollect({ tab: 7, window: 1, at: before(ms) });
  const stop = onCollectWish(1, hear);
  await settled();
  stop();
  expect(hear).toHaveBeenCalledTimes(times);
});

test('an open panel hears later wishes, each once, until it stops listening', async () => {
  const stop = onCollectWish(1, hear);
  await settled();
  expect(hear).not.toHaveBeenCalled();
  await wishToCollect({ tab: 7, window: 1, at: NOW });
  await settled();
  await wishToCollect({ tab: 8, window: 1, at: NOW });
  await settled();
  expect(hear.mock.calls.map(([wish]) => wish.tab)).toEqual([7, 8]);
  stop();
  await wishToCollect({ tab: 9, window: 1, at: NOW });
  await settled();
  expect(hear).toHaveBeenCalledTimes(2);
});

test('other things in the session are no wishes', async () => {
  const stop = onCollectWish(1, hear);
  await fakeBrowser.storage.session.set({ another: { tab: 7, at: NOW } });
  await settled();
  expect(hear).not.toHaveBeenCalled();
  stop();
});

test('a wish of another window is left for the panel there', async () => {
  await wishToCollect({ tab: 7, window: 2, at: NOW });
  onCollectWish(1, hear)();
  await settled();
  expect(hear).not.toHaveBeenCalled();
  const stop = onCollectWish(2, hear);
  await settled();
  expect(hear).toHaveBeenCalledTimes(1);
  stop();
});
