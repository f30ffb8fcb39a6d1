// @vitest-environment happy-dom
import { renderHook } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { useNow } from '@/components/hooks/use-now';

afterEach(() => void vi.useRealTimers());

test('it is the same object within a minute, and another one in the next', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-27T10:00:10Z') });
  const { result, rerender } = renderHook(() => useNow());
  const first = result.current;
  vi.setSystemTime(new Date('2026-11-27T10:00:59Z'));
  rerender();
  expect(result.current).toBe(first);
  vi.setSystemTime(new Date('2026-11-27T10:01:00Z'));
  rerender();
  expect(result.current?.toISOString()).toBe('2026-11-27T10:01:00.000Z');
});
