/** Runs changes that are too large for one transaction, one at a time, while the worker lives. */
import type { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import { createTaskSteps, pauseTask } from '@/storage/tasks';
import { createStir } from './stir';

/** Parts between two calls of `onChange`: what was imported so far can be found soon, and listings show it. */
const PARTS_BETWEEN = 50;

interface Effects {
  /** Before any change: its stamps carry the id of the browser's session. */
  beginSession(): Promise<void>;
  onChange(): void;
}

/** Returns a function that starts the work, or lets it go on. It never throws: a task that fails waits for the user. */
export function createTaskRunner(db: OffprintDatabase, { beginSession, onChange }: Effects): () => void {
  const step = createTaskSteps(db);
  let running = false;
  let wanted = false;

  async function work(): Promise<void> {
    running = true;
    const stir = createStir();
    let parts = 0;
    try {
      while (wanted) {
        wanted = false;
        await beginSession();
        while (await step(new Date().toISOString())) {
          if (++parts % PARTS_BETWEEN === 0) onChange();
          await stir();
        }
      }
    } catch (error) {
      console.warn('[offprint]', error);
      await pauseTask(db, failureCode(error)).catch(() => undefined); // tried again when the worker starts
    }
    running = false;
    if (parts > 0) onChange();
  }

  return () => {
    wanted = true;
    if (!running) void work();
  };
}
