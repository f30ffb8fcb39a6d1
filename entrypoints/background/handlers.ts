/** One function per message: check the sender, parse the input, do one command, answer after its commit. */
import { z } from 'zod';
import * as commands from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { Failure, failureCode } from '@/storage/failure';
import type { Result, SavedStates } from '@/utils/messages';
import { PaperCard } from '@/utils/paper';
import { checkListing, checkOwnPage, type Sender } from './sender';

/** Enough for the longest listing in chunks; more in one message is refused before it is parsed. */
const MAX_CARDS = 100;
/** UTF-16 units of one message as JSON. */
const MAX_MESSAGE = 4_000_000;

const Cards = z.strictObject({ cards: z.array(PaperCard).min(1).max(MAX_CARDS) });
const Ids = z.strictObject({ ids: z.array(z.string().max(1200)).min(1).max(1000) });
const Entry = z.strictObject({ entry: z.int().positive() });

interface Incoming {
  data: unknown;
  sender: Sender;
}

/** The handlers over one database; `onChange` is called after every commit that may change what is saved. */
export function createHandlers(db: OffprintDatabase, onChange: () => Promise<void>) {
  const now = () => new Date().toISOString();

  async function change<T>(entry: number | undefined, value: T): Promise<T> {
    if (entry !== undefined) void onChange().catch((error) => console.warn('[offprint]', error));
    return value;
  }

  return {
    saveCards: ({ data, sender }: Incoming): Promise<Result<SavedStates>> =>
      answer(async () => {
        const { cards } = parse(Cards, data);
        checkListing(sender, cards);
        return change(
          await commands.saveCards(db, cards, now()),
          cards.map(() => true),
        );
      }),

    sightCards: ({ data, sender }: Incoming): Promise<Result<SavedStates>> =>
      answer(async () => {
        const { cards } = parse(Cards, data);
        checkListing(sender, cards);
        return commands.sightCards(db, cards, now());
      }),

    removePapers: ({ data, sender }: Incoming): Promise<Result<{ entry: number }>> =>
      answer(async () => {
        checkOwnPage(sender);
        const entry = await commands.removePapers(db, parse(Ids, data).ids, now());
        if (entry === undefined) throw new Failure('refused');
        return change(entry, { entry });
      }),

    undo: ({ data, sender }: Incoming): Promise<Result<null>> =>
      answer(async () => {
        checkOwnPage(sender);
        return change(await commands.undo(db, parse(Entry, data).entry, now()), null);
      }),
  };
}

/** Failures become codes; the worker's console keeps what stands behind them. */
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
