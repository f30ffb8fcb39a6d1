import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSoon } from '@/entrypoints/background/soon';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('many calls are one, some time after the first', async () => {
  const work = vi.fn(async () => {});
  const soon = createSoon(work, 100);
  soon();
  await later(60);
  soon();
  soon();
  expect(work).not.toHaveBeenCalled();
  await later(40); // calls that go on and on do not put it off
  expect(work).toHaveBeenCalledTimes(1);
  await later(1000);
  expect(work).toHaveBeenCalledTimes(1);
  soon();
  await later(100);
  expect(work).toHaveBeenCalledTimes(2);
});

test('a call during the work is heard after it, and two never run at once', async () => {
  let running = 0;
  let most = 0;
  const work = vi.fn(async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 350));
    running--;
  });
  const soon = createSoon(work, 100);
  soon();
  await later(100);
  soon();
  await later(300);
  expect(work).toHaveBeenCalledTimes(1);
  await later(1000);
  expect(work).toHaveBeenCalledTimes(2);
  expect(most).toBe(1);
});

test('a failure is told to the console, and the next call works', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const work = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('broken')).mockResolvedValue();
  const soon = createSoon(work, 100);
  soon();
  await later(100);
  expect(warn).toHaveBeenCalledTimes(1);
  soon();
  await later(100);
  expect(work).toHaveBeenCalledTimes(2);
});
