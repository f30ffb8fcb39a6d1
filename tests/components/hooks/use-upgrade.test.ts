// @vitest-environment happy-dom
import { renderHook } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { useUpgrade } from '@/components/hooks/use-upgrade';
import { openDatabase } from '@/tests/storage/open-database';
import { answerMessages } from '../answer-messages';

afterEach(() => void vi.useRealTimers());

test('the worker is woken at once and again, until all rows are of this version and counted', async () => {
  const db = openDatabase();
  await db.settings.put({ name: 'upgrade', value: { table: 'papers' } });
  const asked = answerMessages({ goOn: () => undefined });
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  renderHook(() => useUpgrade(db));
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  vi.advanceTimersByTime(5000);
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  await db.settings.delete('upgrade');
  for (const [index, name] of (['counting', 'touching'] as const).entries()) {
    await db.settings.put({ name, value: {} });
    vi.advanceTimersByTime(5000);
    await vi.waitFor(() => expect(asked).toHaveLength(3 + index));
    await db.settings.delete(name);
  }
  vi.advanceTimersByTime(5000);
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
  expect(asked).toHaveLength(4);
});
