// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useCollectWish } from '@/components/hooks/use-collect-wish';
import { type CollectWish, wishToCollect } from '@/storage/collect-wish';

const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
const settled = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 10)));
const onWish = vi.fn<(wish: CollectWish) => void>();
const wish = (tab: number, at: string, window = 1): CollectWish => ({ tab, window, at });

beforeEach(() => {
  onWish.mockReset();
  vi.spyOn(fakeBrowser.windows, 'getCurrent').mockResolvedValue({ id: 1 } as never);
});

test('a fresh wish is met by the panel that opens, and a later one too', async () => {
  await wishToCollect(wish(7, ago(0)));
  renderHook(() => useCollectWish(true, onWish));
  await vi.waitFor(() => expect(onWish.mock.calls.map(([{ tab }]) => tab)).toEqual([7]));
  await act(() => wishToCollect(wish(8, ago(-1))));
  await vi.waitFor(() => expect(onWish.mock.calls.map(([{ tab }]) => tab)).toEqual([7, 8]));
});

test.each<[string, CollectWish]>([
  ['a stale wish', wish(7, ago(60_000))],
  ['a wish of another window', wish(7, ago(0), 2)],
])('%s is not met', async (_, other) => {
  await wishToCollect(other);
  renderHook(() => useCollectWish(true, onWish));
  await settled();
  expect(onWish).not.toHaveBeenCalled();
});

test('a panel that closed hears nothing', async () => {
  const { unmount } = renderHook(() => useCollectWish(true, onWish));
  await settled();
  unmount();
  await settled();
  await wishToCollect(wish(7, ago(0)));
  await settled();
  expect(onWish).not.toHaveBeenCalled();
});
