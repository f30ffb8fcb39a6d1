// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { useMedia } from '@/components/hooks/use-media';

test('it follows what the query says, until nobody asks', () => {
  const list = Object.assign(new EventTarget(), { matches: false });
  vi.stubGlobal('matchMedia', () => list);
  const { result, unmount } = renderHook(() => useMedia('(min-width: 1000px)'));
  const change = (matches: boolean) =>
    act(() => {
      list.matches = matches;
      list.dispatchEvent(new Event('change'));
    });
  expect(result.current).toBe(false);
  change(true);
  expect(result.current).toBe(true);
  unmount();
  change(false);
  expect(result.current).toBe(true);
});
