/** What a listing may ask. Its cards are checked one by one, so that a bad one spoils nothing for those beside it. */
import { z } from 'zod';
import * as commands from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { Failure } from '@/storage/failure';
import { lastUndoable } from '@/storage/library';
import { paperOnCard } from '@/storage/paper-on-card';
import { chunks } from '@/utils/chunks';
import type { CardState, CardStates, FailureCode } from '@/utils/messages';
import { normalise } from '@/utils/paper/normalise';
import { PaperCard } from '@/utils/paper/schema';
import { answer, type Incoming, parse } from './answer';
import type { Effects } from './effects';
import { checkAddress, checkListing, isOnListing } from './sender';

/** Cards in one message. */
const MAX_CARDS = 500;
/** Cards saved in one transaction: a commit costs as much as saving ten, and a press must not wait for long. */
const PART = 40;
/** So many cards are a press of the user and go before lists. */
const FEW = 3;
/**
 * A question is answered after so long (ms), or after a multiple of it: a page must not see by the clock whether there
 * was more to read because its paper is saved.
 */
export const BEAT_MS = 150;

const Cards = z.strictObject({
  page: z.uuid(),
  run: z.uuid(),
  first: z.literal(true).optional(),
  listing: z.string().max(20_000),
  cards: z.array(z.unknown()).min(1).max(MAX_CARDS),
});
const Listing = PaperCard.pick({ site: true, listing: true }).required();
const OneCard = z.strictObject({ card: PaperCard });
const Health = z.strictObject({
  mentioned: z.int().min(0).max(1e6),
  read: z.int().min(0).max(1e6),
  healthy: z.boolean(),
});

/** A message about cards, once it was looked at. */
interface Asked {
  tab: number;
  page: string;
  run: string;
  first: boolean;
  /** The page's listing, as the history knows it. */
  from: string;
  /** The cards that can be kept. */
  good: PaperCard[];
  /** Card by card: its place among the good ones, or why it is none. */
  places: (number | FailureCode)[];
}

export interface ListingEffects extends Effects {
  /** Runs a command that changes the library, and tells of it. */
  change(command: () => Promise<number | undefined>): Promise<number | undefined>;
}

/** The handlers over one database. */
export function createListingHandlers(db: OffprintDatabase, effects: ListingEffects) {
  const { queue, watched, change } = effects;
  const now = () => new Date().toISOString();
  /** Requests without an answer yet. A listing repeats one that takes long, because its worker may have been stopped. */
  const open = new Map<string, Promise<unknown>>();

  function once<T>(run: string, work: () => Promise<T>): Promise<T> {
    const before = open.get(run);
    if (before) return before as Promise<T>;
    const done = work().finally(() => open.delete(run));
    open.set(run, done);
    return done;
  }

  /** The answer about the cards of a message, of which the good ones have these states. */
  async function states(asked: Asked, good: readonly boolean[]): Promise<CardStates> {
    const { tab, page, first, from, places } = asked;
    if (first) watched.begin(tab, page);
    watched.note({ tab, page, listing: from }, asked.good, good, now());
    const saved = places.map(
      (place): CardState => (typeof place === 'number' ? good[place] === true : place),
    );
    const undoable = (await lastUndoable(db, from)) !== undefined;
    return { saved, undoable };
  }

  async function save(asked: Asked): Promise<CardStates> {
    const { good, run, tab, page, from } = asked;
    const parts = chunks(good, PART);
    for (const [index, part] of parts.entries()) {
      const rank = good.length <= FEW ? 'press' : 'list';
      await queue.add(rank, () => change(() => commands.saveCards(db, part, now(), run, from)));
      if (index + 1 < parts.length) effects.onProgress(tab, page, part);
    }
    return states(
      asked,
      good.map(() => true),
    );
  }

  /** Answers on the beat, and writes only then what it learned. */
  async function look(asked: Asked): Promise<CardStates> {
    const work = async () => {
      await effects.guard();
      const { saved, write } = await commands.sightCards(db, asked.good, now());
      return { told: await states(asked, saved), write };
    };
    const { told, write } = await onBeat(() => queue.add('question', work), effects.pause);
    queue.add('later', write).catch((error) => console.warn('[offprint]', error));
    return told;
  }

  async function remove(asked: Asked): Promise<CardStates> {
    const { good, from } = asked;
    await queue.add('press', () => change(() => commands.unsaveCards(db, good, now(), from)));
    return states(
      asked,
      good.map(() => false),
    );
  }

  return {
    saveCards: (incoming: Incoming) =>
      answer(async () => {
        const asked = cardsOf(incoming);
        return once(asked.run, () => save(asked));
      }),

    sightCards: (incoming: Incoming) =>
      answer(async () => {
        const asked = cardsOf(incoming);
        return once(asked.run, () => look(asked));
      }),

    unsaveCards: (incoming: Incoming) =>
      answer(async () => {
        const asked = cardsOf(incoming);
        return once(asked.run, () => remove(asked));
      }),

    undoOnListing: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkListing(sender);
        const { site, listing } = parse(Listing, data);
        if (!isOnListing(sender, { site, listing })) throw new Failure('refused');
        const from = commands.listingOf([{ listing }]);
        await queue.add('press', () => change(() => commands.undo(db, { from }, now())));
        effects.runTasks();
        return null;
      }),

    tagPaper: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkListing(sender);
        const { card } = parse(OneCard, data);
        if (!isOnListing(sender, card)) throw new Failure('refused');
        const id = await queue.add('press', () => paperOnCard(db, card, now()));
        if (id === undefined) throw new Failure('refused');
        await effects.openTags(id);
        return null;
      }),

    reportHealth: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkListing(sender);
        await effects.onHealth(sender, parse(Health, data).healthy);
        return null;
      }),
  };
}

/** The cards of a message, each checked. Throws if the sender is no listing, or the message no list of cards. */
function cardsOf({ data, sender }: Incoming): Asked {
  const tab = checkListing(sender);
  const { page, run, first = false, listing, cards } = parse(Cards, data);
  checkAddress(sender, listing);
  const good: PaperCard[] = [];
  const places = cards.map((card): number | FailureCode => {
    const read = PaperCard.safeParse(card);
    if (!read.success) return 'malformed';
    if (!isOnListing(sender, read.data)) return 'refused';
    if (!normalise(read.data, new Date(0).toISOString())) return 'unnamed';
    return good.push(read.data) - 1;
  });
  return { tab, page, run, first, from: commands.listingOf([{ listing }]), good, places };
}

/** Does the work and resolves on the beat. */
async function onBeat<T>(work: () => Promise<T>, pause: Effects['pause']): Promise<T> {
  const start = performance.now();
  const done = await work();
  await pause(BEAT_MS - ((performance.now() - start) % BEAT_MS));
  return done;
}
