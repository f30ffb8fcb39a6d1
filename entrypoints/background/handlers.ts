/** One function per message: parse the input, check the sender, do one command, answer after its commit. */
import { z } from 'zod';
import * as commands from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { Failure } from '@/storage/failure';
import { emptyTrash, forgetPapers } from '@/storage/forget';
import { isFromLibrary } from '@/storage/import/staging';
import { AT_ONCE, resumeTasks } from '@/storage/tasks';
import type { PaperCard } from '@/utils/paper/schema';
import { answer, type Incoming, parse } from './answer';
import { createListingHandlers } from './listing-handlers';
import type { Queue } from './queue';
import { checkOwnPage, type Sender } from './sender';
import type { WatchedCards } from './watched-cards';

const Batch = z.strictObject({ batch: z.string().min(24).max(100), parts: z.int().min(0).max(100_000) });
const Ids = z.strictObject({ ids: z.array(z.string().max(1200)).min(1).max(AT_ONCE) });
const Entry = z.strictObject({ entry: z.union([z.int().positive(), z.literal('last')]) });

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
}

/** The handlers over one database. */
export function createHandlers(db: OffprintDatabase, effects: Effects) {
  const now = () => new Date().toISOString();

  /** Runs a command, unless the library was lost. */
  async function change(command: () => Promise<number | undefined>): Promise<number | undefined> {
    await effects.beginSession();
    await effects.guard();
    const entry = await command();
    if (entry !== undefined) effects.onChange(entry);
    return entry;
  }

  /** Deletes papers for good, unless the library was lost; refused if none of them is in the trash. */
  async function forget(command: () => Promise<number>): Promise<{ papers: number }> {
    await effects.guard();
    await effects.forgoTrash();
    const papers = await effects.queue.add('press', command);
    if (papers === 0) throw new Failure('refused');
    effects.onChange();
    return { papers };
  }

  async function entryOf(command: () => Promise<number | undefined>): Promise<{ entry: number }> {
    const entry = await effects.queue.add('press', () => change(command));
    if (entry === undefined) throw new Failure('refused'); // what it speaks of is not there
    return { entry };
  }

  return {
    ...createListingHandlers(db, { ...effects, change }),

    removePapers: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        return entryOf(() => commands.removePapers(db, parse(Ids, data).ids, now()));
      }),

    restorePapers: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        return entryOf(() => commands.restorePapers(db, parse(Ids, data).ids, now()));
      }),

    forgetPapers: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { ids } = parse(Ids, data);
        return forget(() => forgetPapers(db, ids, now()));
      }),

    emptyTrash: ({ sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        return forget(() => emptyTrash(db, now()));
      }),

    undo: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { entry } = parse(Entry, data);
        const undone = await entryOf(() => commands.undo(db, entry === 'last' ? {} : entry, now()));
        effects.runTasks();
        return undone;
      }),

    redo: ({ sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const entry = await change(() => commands.redo(db, now()));
        effects.runTasks();
        return { entry };
      }),

    importStaged: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const batch = parse(Batch, data);
        // A lost library may be restored from a backup. Everything else waits until the user has acknowledged the loss.
        if (!(await isFromLibrary(db, batch.batch))) await effects.guard();
        await effects.beginSession();
        const entry = await effects.queue.add('press', () => commands.importStaged(db, batch, now()));
        effects.onChange(entry);
        effects.runTasks();
        return { entry };
      }),

    resumeTasks: ({ sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        await resumeTasks(db);
        effects.runTasks();
        return null;
      }),

    startAnew: ({ sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        await effects.startAnew();
        return null;
      }),
  };
}
