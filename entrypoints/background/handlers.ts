/** One function per message: parse the input, check the sender, do one command, answer after its commit. */
import { z } from 'zod';
import * as commands from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { Failure, failureCode } from '@/storage/failure';
import { emptyTrash, forgetPapers } from '@/storage/forget';
import { isFromLibrary } from '@/storage/import/staging';
import { lastUndoable } from '@/storage/library';
import { AT_ONCE, resumeTasks } from '@/storage/tasks';
import type { CardStates, Result } from '@/utils/messages';
import { PaperCard } from '@/utils/paper/schema';
import { checkListing, checkOwnPage, type Sender } from './sender';

/** Enough for the longest listing in chunks. */
const MAX_CARDS = 100;
/** UTF-16 units of one message as JSON; a longer one is refused before it is parsed. */
const MAX_MESSAGE = 4_000_000;

const Cards = z.strictObject({
  cards: z.array(PaperCard).min(1).max(MAX_CARDS),
  run: z.uuid().optional(),
});
const Listing = PaperCard.pick({ site: true, listing: true }).required();
const Health = z.strictObject({
  mentioned: z.int().min(0).max(1e6),
  read: z.int().min(0).max(1e6),
  healthy: z.boolean(),
});
const Batch = z.strictObject({ batch: z.string().min(24).max(100), parts: z.int().min(0).max(100_000) });
const Ids = z.strictObject({ ids: z.array(z.string().max(1200)).min(1).max(AT_ONCE) });
const Entry = z.strictObject({ entry: z.union([z.int().positive(), z.literal('last')]) });

interface Incoming {
  data: unknown;
  sender: Sender;
}

/** Effects other than changes of the library. They are parameters, so that tests can watch them. */
export interface Effects {
  /** Before any change: its stamps carry the id of the browser's session. */
  beginSession(): Promise<void>;
  /** Throws if the library was lost and the user has not acknowledged it. */
  guard(): Promise<void>;
  /** Called after every commit that may change what is saved. */
  onChange(): Promise<void>;
  onHealth(sender: Sender, healthy: boolean): Promise<void>;
  /** Goes on with changes that are too large for one transaction. */
  runTasks(): void;
  /** Runs what need not be done before the answer is given. */
  afterwards(work: () => Promise<void>): void;
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
    return tell(await command());
  }

  function tell<T>(done: T | undefined): T | undefined {
    if (done !== undefined) effects.onChange().catch((error) => console.warn('[offprint]', error));
    return done;
  }

  /** Deletes papers for good, unless the library was lost; refused if none of them is in the trash. */
  async function forget(command: () => Promise<number>): Promise<{ papers: number }> {
    await effects.guard();
    await effects.forgoTrash();
    const papers = tell((await command()) || undefined);
    if (papers === undefined) throw new Failure('refused');
    return { papers };
  }

  async function entryOf(command: () => Promise<number | undefined>): Promise<{ entry: number }> {
    const entry = await change(command);
    if (entry === undefined) throw new Failure('refused'); // what it speaks of is not there
    return { entry };
  }

  function cardsOf({ data, sender }: Incoming): z.infer<typeof Cards> {
    const read = parse(Cards, data);
    checkListing(sender, read.cards);
    return read;
  }

  async function states(cards: readonly PaperCard[], saved: boolean[], entry?: number): Promise<CardStates> {
    const undoable = entry !== undefined || (await lastUndoable(db, commands.listingOf(cards))) !== undefined;
    return { saved, undoable };
  }

  return {
    saveCards: (incoming: Incoming) =>
      answer(async () => {
        const { cards, run } = cardsOf(incoming);
        const entry = await change(() => commands.saveCards(db, cards, now(), run));
        return states(
          cards,
          cards.map(() => true),
          entry,
        );
      }),

    sightCards: (incoming: Incoming) =>
      answer(async () => {
        const { cards } = cardsOf(incoming);
        await effects.guard();
        const { saved, write } = await commands.sightCards(db, cards, now());
        const told = await states(cards, saved);
        effects.afterwards(write);
        return told;
      }),

    unsaveCards: (incoming: Incoming) =>
      answer(async () => {
        const { cards } = cardsOf(incoming);
        await change(() => commands.unsaveCards(db, cards, now()));
        return states(
          cards,
          cards.map(() => false),
        );
      }),

    undoOnListing: ({ data, sender }: Incoming) =>
      answer(async () => {
        const card = { ...parse(Listing, data), identifiers: {} };
        checkListing(sender, [card]);
        await change(() => commands.undo(db, { from: commands.listingOf([card]) }, now()));
        effects.runTasks();
        return null;
      }),

    reportHealth: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkListing(sender, []);
        await effects.onHealth(sender, parse(Health, data).healthy);
        return null;
      }),

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
        const entry = tell(await commands.importStaged(db, batch, now()));
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

/** Failures become codes. The cause goes to the worker's console. */
async function answer<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    console.warn('[offprint]', error);
    return { ok: false, code: failureCode(error) };
  }
}

function parse<T>(schema: z.ZodType<T>, data: unknown): T {
  if (JSON.stringify(data ?? null).length > MAX_MESSAGE) throw new Failure('tooLarge');
  return schema.parse(data);
}
