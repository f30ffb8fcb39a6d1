import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createQueue } from '@/entrypoints/background/queue';
import { createTellListings } from '@/entrypoints/background/tell-listings';
import { createWatchedCards } from '@/entrypoints/background/watched-cards';
import * as touched from '@/storage/change/touched-keys';
import * as commands from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { at, TUESDAY } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';
import type { Marks } from '@/utils/messages';
import { cardKey } from '@/utils/paper/card-key';
import type { PaperCard } from '@/utils/paper/schema';
import { LANTERNS, manyCards, SALT } from './worker';

/** Longer than changes are gathered. */
const GATHERED = 250;

let db: OffprintDatabase;
let watched: ReturnType<typeof createWatchedCards>;
let queue: ReturnType<typeof createQueue>;
let listings: ReturnType<typeof createTellListings>;
/** The tabs that are open; those of which this is false have no script of ours. */
let tabs: Map<number, boolean>;
let sent: [tab: number, marks: Marks | undefined][];
let minute: number;

beforeEach(() => {
  vi.restoreAllMocks();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  db = openDatabase();
  watched = createWatchedCards();
  queue = createQueue();
  listings = createTellListings(db, watched, queue);
  tabs = new Map();
  sent = [];
  minute = 0;
  const query = async () => [...[...tabs.keys()].map((id) => ({ id })), {}];
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(query as never);
  const send = async (tab: number, message: { type: string; data: Marks | undefined }) => {
    if (!tabs.get(tab)) throw new Error('Receiving end does not exist.');
    expect(message.type).toBe('libraryChanged');
    sent.push([tab, message.data]);
    return {};
  };
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(send as never);
});

const pageOf = (tab: number) => `page ${tab}`;

/** Opens a listing in a tab, and tells it whether its cards are saved. */
function show(tab: number, cards: readonly PaperCard[], saved = false): void {
  tabs.set(tab, true);
  watched.begin(tab, pageOf(tab));
  watched.note(
    { tab, page: pageOf(tab), listing: cards[0]?.listing ?? '' },
    cards,
    cards.map(() => saved),
    at(0),
  );
}

const save = async (...cards: PaperCard[]) =>
  listings.changed(await commands.saveCards(db, cards, at(++minute)));

/** What each tab was told, once there is nothing more to tell. */
async function told() {
  await new Promise((resolve) => setTimeout(resolve, GATHERED));
  await queue.add('later', async () => {});
  await vi.waitFor(() => expect(sent.length).toBeGreaterThan(0));
  return Object.fromEntries(sent.splice(0).map(([tab, marks]) => [tab, marks]));
}

describe('a change', () => {
  test('is told to the listings that show its paper; the others get a message that says nothing new', async () => {
    show(1, [LANTERNS, SALT]);
    show(2, [SALT]);
    await save(LANTERNS);
    expect(await told()).toEqual({
      1: { page: pageOf(1), saved: [[cardKey(LANTERNS), true]], undoable: true },
      2: { page: pageOf(2), saved: [], undoable: true },
    });
  });

  test('is told without marks where nothing is known of the page, and to no tab without our script', async () => {
    show(1, [LANTERNS]);
    tabs.set(2, true);
    tabs.set(3, false);
    await save(LANTERNS);
    expect(await told()).toEqual({ 1: expect.anything(), 2: undefined });
    const calls = vi.mocked(fakeBrowser.tabs.sendMessage).mock.calls as unknown[][];
    // No callback: with one, Chrome tells its console of an error that nobody read.
    expect(calls.map(({ length }) => length)).toEqual([2, 2, 2]);
  });

  test('is told together with those that follow soon', async () => {
    show(1, [LANTERNS, SALT]);
    await save(LANTERNS);
    await save(SALT);
    expect(await told()).toEqual({
      1: {
        page: pageOf(1),
        saved: [
          [cardKey(LANTERNS), true],
          [cardKey(SALT), true],
        ],
        undoable: true,
      },
    });
    expect(fakeBrowser.tabs.sendMessage).toHaveBeenCalledTimes(1);
  });

  test('is told once: what a listing knows is no news', async () => {
    show(1, [LANTERNS]);
    await save(LANTERNS);
    await told();
    listings.changed(1);
    expect(await told()).toMatchObject({ 1: { saved: [] } });
    listings.changed(await commands.unsaveCards(db, [LANTERNS], at(++minute)));
    expect(await told()).toMatchObject({ 1: { saved: [[cardKey(LANTERNS), false]] } });
    show(2, [SALT], true);
    await save(SALT);
    expect(await told()).toMatchObject({ 2: { saved: [] } });
  });

  test('is looked at only for the cards whose papers it touched', async () => {
    show(1, [LANTERNS, ...manyCards(250)]);
    const look = vi.spyOn(commands, 'sightCards');
    await save(LANTERNS);
    await told();
    expect(look.mock.calls.map(([, cards]) => cards)).toEqual([[LANTERNS]]);
  });

  test.each<[string, (entry?: number) => number | undefined]>([
    ['that is not in the history', () => undefined],
    [
      'of very many papers',
      (entry) => {
        vi.spyOn(touched, 'touchedKeys').mockResolvedValue(undefined);
        return entry;
      },
    ],
  ])('%s looks at all cards, some at a time', async (_, entryOf) => {
    const cards = [LANTERNS, ...manyCards(249)];
    show(1, cards);
    const entry = await commands.saveCards(db, [LANTERNS], at(1));
    const look = vi.spyOn(commands, 'sightCards');
    listings.changed(entryOf(entry));
    expect(await told()).toMatchObject({ 1: { saved: [[cardKey(LANTERNS), true]] } });
    expect(look.mock.calls.length).toBeGreaterThan(1);
    expect(look.mock.calls.flatMap(([, some]) => some)).toEqual(cards);
  });

  test('lets who saves something go first', async () => {
    show(1, manyCards(250));
    const order: string[] = [];
    const look = commands.sightCards;
    vi.spyOn(commands, 'sightCards').mockImplementation((...asked) => {
      order.push('look');
      if (order.length === 1) void queue.add('press', async () => void order.push('press'));
      return look(...asked);
    });
    listings.changed();
    await told();
    expect(order).toEqual(['look', 'press', 'look', 'look']);
  });

  test('that saves what another listing shows has been seen there, too', async () => {
    const elsewhere = { ...LANTERNS, listing: TUESDAY };
    show(1, [LANTERNS]);
    show(2, [elsewhere]);
    await save(LANTERNS);
    await told();
    expect((await db.sightings.toArray()).map(({ url }) => url).sort()).toEqual(
      [LANTERNS.listing, TUESDAY].sort(),
    );
  });

  test('is told of the listing that a page shows by now', async () => {
    show(1, [LANTERNS]);
    await save(LANTERNS);
    expect(await told()).toMatchObject({ 1: { undoable: true } });
    watched.note({ tab: 1, page: pageOf(1), listing: TUESDAY }, [LANTERNS], [true], at(2));
    listings.changed();
    expect(await told()).toMatchObject({ 1: { undoable: false } });
    await save({ ...SALT, listing: TUESDAY });
    expect(await told()).toMatchObject({ 1: { undoable: true } });
  });
});

describe('a tab', () => {
  test('that closed is forgotten, and not looked at', async () => {
    show(1, [LANTERNS]);
    show(2, [LANTERNS]);
    tabs.delete(1);
    const look = vi.spyOn(commands, 'sightCards');
    await save(LANTERNS);
    expect(Object.keys(await told())).toEqual(['2']);
    expect(look).toHaveBeenCalledTimes(1);
    expect([...watched.pages()].map(({ tab }) => tab)).toEqual([2]);
  });

  test('that shows something else by now is forgotten', async () => {
    show(1, [LANTERNS]);
    show(2, [LANTERNS]);
    tabs.set(1, false);
    await save(LANTERNS);
    await told();
    expect([...watched.pages()].map(({ tab }) => tab)).toEqual([2]);
  });
});

describe('progress', () => {
  const page = pageOf(1);

  test('is told at once, to the page that saves', async () => {
    show(1, [LANTERNS, SALT]);
    show(2, [LANTERNS, SALT]);
    listings.saved(1, page, [LANTERNS]);
    await vi.waitFor(() =>
      expect(sent).toEqual([[1, { page, saved: [[cardKey(LANTERNS), true]], undoable: true }]]),
    );
  });

  test('is no news later', async () => {
    show(1, [LANTERNS, SALT]);
    show(2, [LANTERNS]);
    const entry = await commands.saveCards(db, [LANTERNS], at(1));
    listings.saved(1, page, [LANTERNS]);
    listings.changed(entry);
    await new Promise((resolve) => setTimeout(resolve, GATHERED));
    await vi.waitFor(() => expect(sent).toHaveLength(3));
    expect(sent.slice(1)).toEqual([
      [1, { page, saved: [], undoable: true }],
      [2, { page: pageOf(2), saved: [[cardKey(LANTERNS), true]], undoable: true }],
    ]);
  });

  test('of a page that is gone harms nobody', async () => {
    show(1, [LANTERNS]);
    tabs.delete(1);
    listings.saved(1, page, [LANTERNS]);
    await vi.waitFor(() => expect([...watched.pages()]).toEqual([]));
  });
});

test('a failure to look is told to the console, and the next change is told', async () => {
  show(1, [LANTERNS]);
  vi.spyOn(commands, 'sightCards').mockRejectedValueOnce(new Error('broken'));
  await save(LANTERNS);
  await vi.waitFor(() => expect(console.warn).toHaveBeenCalled());
  await save(SALT);
  expect(await told()).toMatchObject({ 1: { page: pageOf(1) } });
});
