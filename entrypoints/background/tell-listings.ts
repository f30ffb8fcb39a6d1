/** Tells the open listings what changed: once for many changes, and only what each does not know yet. */
import { browser } from '#imports';
import { askTab } from '@/components/browser/ask-tab';
import { touchedKeys } from '@/storage/change/touched-keys';
import { sightCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { lastUndoable } from '@/storage/library';
import { chunks } from '@/utils/chunks';
import type { Marks } from '@/utils/messages';
import { cardKey } from '@/utils/paper/card-key';
import type { PaperCard } from '@/utils/paper/schema';
import type { Queue } from './queue';
import { createSoon } from './soon';
import type { WatchedCard, WatchedCards, WatchedPage } from './watched-cards';

/** Changes that follow each other faster than this (ms) are told together. */
const GATHER_MS = 150;
/** Cards looked at in one turn. */
const AT_ONCE = 100;

export interface TellListings {
  /** The library changed, by this journal entry if it has one. */
  changed(entry?: number): void;
  /** Some of the cards that a page asked to save are saved. */
  saved(tab: number, page: string, cards: readonly PaperCard[]): void;
}

/**
 * All tabs are told, because knowing which of them are listings would need the right to read their addresses; those without
 * our script do not answer. Listings of which nothing changed are told, too: a page must not see by the work in it that one
 * of its papers was saved.
 */
export function createTellListings(db: OffprintDatabase, watched: WatchedCards, queue: Queue): TellListings {
  let entries = new Set<number>();
  let all = false;
  const soon = createSoon(
    () =>
      tell().catch((error) => {
        all = true; // what could not be told is told with the next change
        throw error;
      }),
    GATHER_MS,
  );

  async function tell(): Promise<void> {
    const [changed, everything] = [[...entries], all];
    [entries, all] = [new Set(), false];
    const keys = everything ? undefined : await touchedKeys(db, changed);
    const open = new Set((await browser.tabs.query({})).map(({ id }) => id));
    for (const { tab } of [...watched.pages()]) if (!open.has(tab)) watched.forget(tab);
    const marks = new Map<number, Marks>();
    for (const page of [...watched.pages()]) {
      const touched = [...page.cards].filter(
        ([, { keys: its }]) => !keys || its.some((key) => keys.has(key)),
      );
      const saved: Marks['saved'] = [];
      // Some at a time: who saves something meanwhile goes first.
      for (const some of chunks(touched, AT_ONCE))
        saved.push(...(await queue.add('question', () => news(some))));
      marks.set(page.tab, { page: page.page, saved, undoable: await isUndoable(page) });
    }
    for (const id of open)
      if (id !== undefined) askTab('libraryChanged', id, marks.get(id)).catch(() => watched.forget(id));
  }

  /** What a page does not know yet of some of its cards. */
  async function news(touched: readonly [string, WatchedCard][]): Promise<Marks['saved']> {
    const cards = touched.map(([, { card }]) => card);
    const { saved, write } = await sightCards(db, cards, new Date().toISOString());
    await write(); // what was saved elsewhere has been seen here, too
    return touched.flatMap(([key, watch], index): Marks['saved'] => {
      const state = saved[index] ?? false;
      if (watch.told === state) return [];
      watch.told = state;
      return [[key, state]];
    });
  }

  async function isUndoable({ listing }: WatchedPage): Promise<boolean> {
    return (await lastUndoable(db, listing)) !== undefined;
  }

  return {
    changed(entry) {
      if (entry === undefined) all = true;
      else entries.add(entry);
      soon();
    },
    saved(tab, page, cards) {
      watched.note(
        { tab, page },
        cards,
        cards.map(() => true),
        new Date().toISOString(),
      );
      const saved = cards.map((card): Marks['saved'][number] => [cardKey(card), true]);
      askTab('libraryChanged', tab, { page, saved, undoable: true }).catch(() => watched.forget(tab));
    },
  };
}
