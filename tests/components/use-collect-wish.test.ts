// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { useCollectWish } from '@/components/use-collect-wish';
import { wishToCollect } from '@/storage/collect-wish';
import './cleanup';

const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
const settled = () => act(() => new Promise<void>((resolve) => setTimeout(resolve, 10)));

test('a panel without a wish has none', async () => {
  const { result } = renderHook(() => useCollectWish());
  await settled();
  expect(result.current).toBeUndefined();
});

test('a fresh wish is met by the panel that opens, a later one replaces it', async () => {
  const first = ago(0);
  await wishToCollect(7, first);
  const { result } = renderHook(() => useCollectWish());
  await vi.waitFor(() => expect(result.current).toEqual({ tab: 7, at: first }));
  const second = ago(-1);
  await act(() => wishToCollect(8, second));
  await vi.waitFor(() => expect(result.current).toEqual({ tab: 8, at: second }));
});

test('a stale wish is not met', async () => {
  await wishToCollect(7, ago(60_000));
  const { result } = renderHook(() => useCollectWish());
  await settled();
  expect(result.current).toBeUndefined();
});

test('a panel that closed hears nothing', async () => {
  const { result, unmount } = renderHook(() => useCollectWish());
  await settled();
  unmount();
  await wishToCollect(7, ago(0));
  await settled();
  expect(result.current).toBeUndefined();
});
