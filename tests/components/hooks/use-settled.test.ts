// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { useSettled } from '@/components/hooks/use-settled';

afterEach(() => void vi.useRealTimers());

test('a list is there once it has stood for a while, and gone at once', async () => {
  vi.useFakeTimers();
  const first = ['one'];
  const second = ['two'];
  const hook = renderHook(({ list }: { list: string[] }) => useSettled(list, 600), {
    initialProps: { list: first },
  });
  await act(() => void vi.advanceTimersByTime(599));
  expect(hook.result.current).toEqual([]);
  hook.rerender({ list: second });
  await act(() => void vi.advanceTimersByTime(599));
  expect(hook.result.current).toEqual([]);
  await act(() => void vi.advanceTimersByTime(1));
  expect(hook.result.current).toEqual(['two']);
  hook.rerender({ list: [] });
  expect(hook.result.current).toEqual([]);
});
