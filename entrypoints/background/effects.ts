import type { PaperCard } from '@/utils/paper/schema';
import type { Keeper } from './keeper';
import type { Queue } from './queue';
import type { Sender } from './sender';
import type { WatchedCards } from './watched-cards';

/** Effects other than changes of the library. They are parameters, so that tests can watch them. */
export interface Effects {
  queue: Queue;
  watched: WatchedCards;
  /** Before any change: its stamps carry the id of the browser's session. */
  beginSession(): Promise<void>;
  /** Throws if the library was lost and the user has not acknowledged it. */
  guard(): Promise<void>;
  /** Called after every commit that may change what is saved, with the change's journal entry if it has one. */
  onChange(entry?: number): void;
  /** Some of the many cards that a page saves are saved. */
  onProgress(tab: number, page: string, cards: readonly PaperCard[]): void;
  onHealth(sender: Sender, healthy: boolean): Promise<void>;
  /** Goes on with changes that are too large for one transaction. */
  runTasks(): void;
  /** Resolves after so long (ms). */
  pause(ms: number): Promise<void>;
  /** Before papers in the trash are deleted for good: what lies there may be all that there is. */
  forgoTrash(): Promise<void>;
  startAnew(): Promise<void>;
  keeper: Pick<Keeper, 'backUp' | 'deleteBackup'>;
  /** Shows a paper's tags in a window of their own. */
  openTags(id: string): Promise<void>;
}
