import { expect, test, vi } from 'vitest';
import { createPause } from '@/utils/reading/pause';

test('gives others their turn once the work has gone on for two frames, and then counts anew', async () => {
  vi.useFakeTimers();
  let time = 0;
  const pause = createPause(() => time);
  let rested = 0;
  const work = async () => {
    await pause();
    rested++;
  };

  time = 29;
  await work();
  expect(rested).toBe(1);

  time = 30;
  const waiting = work();
  await Promise.resolve();
  expect(rested).toBe(1);
  await vi.runAllTimersAsync();
  await waiting;
  expect(rested).toBe(2);

  time = 59;
  await work();
  expect(rested).toBe(3);
  vi.useRealTimers();
});
