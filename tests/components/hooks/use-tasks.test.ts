// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { useTasks } from '@/components/hooks/use-tasks';
import { openDatabase } from '@/tests/storage/open-database';
import { answerMessages } from '../answer-messages';

afterEach(() => void vi.useRealTimers());

const TASK = { entry: 7, work: { batch: 'a' }, done: 1, parts: 3, kept: 0 };

test('the worker is woken as long as a task runs, and not for one that was stopped', async () => {
  const db = openDatabase();
  const asked = answerMessages({ goOn: () => undefined });
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { result } = renderHook(() => useTasks(db));
  await vi.waitFor(() => expect(result.current).toEqual([]));
  await act(async () => void (await db.settings.put({ name: 'tasks', value: [TASK] })));
  await vi.waitFor(() => expect(result.current).toEqual([TASK]));
  vi.advanceTimersByTime(11_000);
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  await act(
    async () => void (await db.settings.put({ name: 'tasks', value: [{ ...TASK, failed: 'full' }] })),
  );
  await vi.waitFor(() => expect(result.current).toMatchObject([{ failed: 'full' }]));
  vi.advanceTimersByTime(11_000);
  expect(asked).toHaveLength(2);
});
