// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { beginReading, type Live, useLive, useReading } from '@/components/hooks/use-live';
import type { OffprintDatabase } from '@/storage/database';
import { Failure, failureCode } from '@/storage/failure';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';
import { closedDatabase } from '../unreadable';

/** Everything that the hook told, in order. */
function watch<T>(read: (input: number) => Promise<T>) {
  const told: Live<T>[] = [];
  const { rerender } = renderHook(
    (input: number) => {
      const live = useLive(() => read(input), [input]);
      if (told.at(-1) !== live) told.push(live);
      return live;
    },
    { initialProps: 1 },
  );
  return { told, rerender };
}

const states = (told: Live<unknown>[]) => told.map(({ state }) => state);

async function paper(db: OffprintDatabase, id: string): Promise<void> {
  await db.papers.put(storedPaper({ id }));
}

describe('a value', () => {
  test('is not known at first, then known, and read again when its tables change', async () => {
    const db = openDatabase();
    await paper(db, 'doi:10.1/a');
    const { told } = watch(() => db.papers.count());
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ state: 'ready', value: 1 }));
    await paper(db, 'doi:10.1/b');
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ state: 'ready', value: 2 }));
    // Dexie may hear of the first paper late and ask twice, so values may be told again.
    expect(told[0]).toEqual({ state: 'loading' });
    expect(told.slice(1).map((live) => live.state === 'ready' && live.value)).toEqual(
      expect.not.arrayContaining([false, 0]),
    );
  });

  test('stays while it is read anew for other inputs', async () => {
    const { told, rerender } = watch(async (input) => input);
    await vi.waitFor(() => expect(told).toHaveLength(2));
    rerender(2);
    await vi.waitFor(() => expect(told).toHaveLength(3));
    expect(told).toEqual([{ state: 'loading' }, { state: 'ready', value: 1 }, { state: 'ready', value: 2 }]);
  });

  test('for older inputs that comes late is not told', async () => {
    const late = new Map<number, (value: string) => void>();
    const { told, rerender } = watch((input) => new Promise<string>((resolve) => late.set(input, resolve)));
    await vi.waitFor(() => expect(late.has(1)).toBe(true));
    rerender(2);
    await vi.waitFor(() => expect(late.has(2)).toBe(true));
    late.get(2)?.('new');
    await vi.waitFor(() => expect(told.at(-1)).toEqual({ state: 'ready', value: 'new' }));
    late.get(1)?.('old');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(told).toEqual([{ state: 'loading' }, { state: 'ready', value: 'new' }]);
  });
});

describe('a read that fails', () => {
  test('is told with its reason, never as a value', async () => {
    const { told } = watch(async () => {
      throw new Failure('lost');
    });
    await vi.waitFor(() => expect(states(told)).toEqual(['loading', 'failed']));
    expect(failureCode((told[1] as { error: unknown }).error)).toBe('lost');
  });

  test('is told also by a database that is closed, of which Dexie would keep silent', async () => {
    const db = closedDatabase();
    const { told } = watch(() => db.papers.count());
    await vi.waitFor(() => expect(states(told)).toEqual(['loading', 'failed']));
    expect(failureCode((told[1] as { error: unknown }).error)).toBe('unavailable');
  });

  test('takes the place of a value that was known', async () => {
    const db = openDatabase();
    let broken = false;
    const { told } = watch(async () => {
      const count = await db.papers.count();
      if (broken) throw new Failure('unavailable');
      return count;
    });
    await vi.waitFor(() => expect(states(told)).toEqual(['loading', 'ready']));
    broken = true;
    await paper(db, 'doi:10.1/a');
    await vi.waitFor(() => expect(states(told)).toEqual(['loading', 'ready', 'failed']));
  });
});

describe('a reading that was begun before anything is drawn', () => {
  test('is there at the first drawing, if it has come by then', async () => {
    const db = openDatabase();
    await paper(db, 'doi:10.1/a');
    const reading = beginReading(() => db.papers.count());
    await vi.waitFor(() => expect(reading.now()).toEqual({ state: 'ready', value: 1 }));
    const { result } = renderHook(() => useReading(reading));
    expect(result.current).toEqual({ state: 'ready', value: 1 });
    await act(() => paper(db, 'doi:10.1/b'));
    await vi.waitFor(() => expect(result.current).toEqual({ state: 'ready', value: 2 }));
  });

  test('is told when it comes later', async () => {
    let resolve: ((value: number) => void) | undefined;
    const reading = beginReading(
      () =>
        new Promise<number>((done) => {
          resolve = done;
        }),
    );
    await vi.waitFor(() => expect(resolve).toBeDefined()); // Dexie begins in a task of its own
    const { result } = renderHook(() => useReading(reading));
    expect(result.current).toEqual({ state: 'loading' });
    resolve?.(5);
    await vi.waitFor(() => expect(result.current).toEqual({ state: 'ready', value: 5 }));
  });
});

test('a first value is told though what it read is changed during each read, and the last one afterwards', async () => {
  const db = openDatabase();
  await paper(db, 'doi:10.1/a');
  let changes = 0;
  let busy = true;
  let reads = 0;
  const change = () => db.papers.update('doi:10.1/a', { title: `Changed ${++changes} times` });
  /** In a task of its own, as another context would: a live query may not write. */
  const changed = () => new Promise((resolve) => setTimeout(() => void change().then(resolve)));
  const reading = beginReading(async () => {
    const paper = await db.papers.get('doi:10.1/a');
    reads++;
    if (busy) await changed();
    return paper?.title;
  });
  const stop = reading.follow(() => undefined);
  await vi.waitFor(() => expect(reads).toBeGreaterThan(3)); // Dexie reads again and again
  expect(reading.now().state).toBe('ready');
  busy = false;
  await vi.waitFor(() =>
    expect(reading.now()).toEqual({ state: 'ready', value: `Changed ${changes} times` }),
  );
  stop();
});

describe('a reading that never answers', () => {
  test('is asked anew, and no more once it has answered', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const read = vi.fn(() => new Promise<string>(() => undefined));
      const reading = beginReading(read);
      await vi.waitFor(() => expect(read).toHaveBeenCalledOnce());
      read.mockResolvedValue('here');
      vi.advanceTimersByTime(10_000);
      await vi.waitFor(() => expect(reading.now()).toEqual({ state: 'ready', value: 'here' }));
      vi.advanceTimersByTime(60_000);
      expect([read.mock.calls.length, vi.getTimerCount()]).toEqual([2, 0]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('is left alone once nobody follows it', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const stop = beginReading(() => new Promise(() => undefined)).follow(() => undefined);
      stop();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
