import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { Failure, failureCode } from '@/storage/failure';

/** What a live query knows: nothing yet, a value, or why it cannot be read. A failed read is never an empty value. */
export type Live<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: unknown };

/** A live query that has answered nothing for so long is asked anew. */
const PATIENCE_MS = 10_000;

/** A live query that is under way. */
export interface Reading<T> {
  now(): Live<T>;
  /** Tells of every change from now on, until what it answers with is called. */
  follow(listener: (live: Live<T>) => void): () => void;
}

/** Begins to read at once, before anything is drawn, and reads again whenever the tables that `read` looked at change. */
export function beginReading<T>(read: () => Promise<T>): Reading<T> {
  let live: Live<T> = { state: 'loading' };
  const listeners = new Set<(live: Live<T>) => void>();
  const tell = (next: Live<T>) => {
    live = next;
    for (const listener of listeners) listener(next);
  };
  // Dexie's live queries keep silent about a database that is closed or cannot be opened; a failure of ours they tell.
  const told = () =>
    read().then(first, (error) => {
      throw new Failure(failureCode(error), { cause: error });
    });
  // Nor do they tell a value of what was changed while it was read: they read again, and so for as long as the worker
  // writes without a pause. The first value is told all the same, in a task of its own: here is still Dexie's.
  const first = (value: T): T => {
    setTimeout(() => live.state === 'loading' && tell({ state: 'ready', value }));
    return value;
  };
  const subscribe = () =>
    liveQuery(told).subscribe({
      next: (value) => tell({ state: 'ready', value }),
      error: (error) => tell({ state: 'failed', error }),
    });
  let subscription = subscribe();
  // In Firefox a live query was seen that answered nothing for minutes, in 2 of about 15 runs on a busy machine
  // (2026-11-28, Dexie 4.4.7, cause unknown): the page stayed empty. It is asked anew.
  const again = setInterval(() => {
    if (live.state !== 'loading') return clearInterval(again);
    subscription.unsubscribe();
    subscription = subscribe();
  }, PATIENCE_MS);
  return {
    now: () => live,
    follow(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(again);
        subscription.unsubscribe();
      };
    },
  };
}

/**
 * The result of `read`, read again whenever the tables it looked at change. It is read anew when `inputs` change;
 * until then the old value stays, so that nothing flickers.
 */
export function useLive<T>(read: () => Promise<T>, inputs: readonly unknown[]): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  useEffect(() => beginReading(read).follow(setLive), inputs);
  return live;
}

/** What a reading that was begun before knows. */
export function useReading<T>(reading: Reading<T>): Live<T> {
  const [live, setLive] = useState(reading.now);
  useEffect(() => {
    setLive(reading.now()); // it may have come since this was drawn
    return reading.follow(setLive);
  }, [reading]);
  return live;
}
