import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { Failure, failureCode } from '@/storage/failure';

/** What a live query knows: nothing yet, a value, or why it cannot be read. A failed read is never an empty value. */
export type Live<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: unknown };

/**
 * The result of `read`, read again whenever the tables it looked at change. It is read anew when `inputs` change;
 * until then the old value stays, so that nothing flickers.
 */
export function useLive<T>(read: () => Promise<T>, inputs: readonly unknown[]): Live<T> {
  const [live, setLive] = useState<Live<T>>({ state: 'loading' });
  useEffect(() => {
    // Dexie's live queries keep silent about a database that is closed or cannot be opened; a failure of ours they tell.
    const told = () =>
      read().catch((error) => {
        throw new Failure(failureCode(error), { cause: error });
      });
    const subscription = liveQuery(told).subscribe({
      next: (value) => setLive({ state: 'ready', value }),
      error: (error) => setLive({ state: 'failed', error }),
    });
    return () => subscription.unsubscribe();
  }, inputs);
  return live;
}
