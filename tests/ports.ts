/** Two ends of a port, as browsers make them: what is posted arrives later, in order, and one end hears of the other's end. */
import { type Mock, vi } from 'vitest';

type Listener<T> = (value: T) => void;

export interface End {
  sender?: object;
  posted: unknown[];
  onMessage: { addListener(listener: Listener<never>): void };
  onDisconnect: { addListener(listener: () => void): void };
  postMessage(message: unknown): void;
  disconnect: Mock<() => void>;
}

export function portPair(sender: object): { page: End; worker: End } {
  let open = true;
  const ends = [makeEnd(), makeEnd()] as const;

  function makeEnd() {
    return { messages: [] as Listener<never>[], ends: [] as (() => void)[], posted: [] as unknown[] };
  }

  function face(own: (typeof ends)[number], other: (typeof ends)[number]): End {
    return {
      posted: own.posted,
      onMessage: { addListener: (listener) => void own.messages.push(listener) },
      onDisconnect: { addListener: (listener) => void own.ends.push(listener) },
      postMessage(message) {
        if (!open) throw new Error('Attempting to use a disconnected port object');
        own.posted.push(message);
        const copy = structuredClone(message) as never;
        queueMicrotask(() => {
          for (const listener of other.messages) listener(copy);
        });
      },
      disconnect: vi.fn(() => {
        if (!open) return;
        open = false;
        queueMicrotask(() => {
          for (const listener of other.ends) listener();
        });
      }),
    };
  }

  return { page: face(ends[0], ends[1]), worker: { ...face(ends[1], ends[0]), sender } };
}
