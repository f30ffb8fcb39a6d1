/**
 * Which cards the open listings show, and what each was told of them last. Nothing but a cache: after the worker was
 * stopped it is empty, and listings are asked to ask again.
 */
import { searchedKeys } from '@/storage/change/matches';
import { cardKey } from '@/utils/paper/card-key';
import { normalise, saidBy } from '@/utils/paper/normalise';
import type { PaperCard } from '@/utils/paper/schema';

/** Cards remembered of one tab. Of a longer list nothing is remembered, so it asks by itself. */
const MOST = 10_000;

export interface WatchedCard {
  card: PaperCard;
  /** Whether it is saved, as the listing was told last. */
  told: boolean;
  /** The keys by which its paper is found. */
  keys: readonly string[];
}

/** A page, and the listing that it shows, if that may have changed. */
interface Where {
  tab: number;
  page: string;
  listing?: string;
}

export interface WatchedPage extends Where {
  /** The listing it showed last, as the history knows it. */
  listing: string;
  /** By `cardKey`. */
  cards: Map<string, WatchedCard>;
}

export interface WatchedCards {
  /** A page asks about all of its cards, of which these are the first: from now on it is watched. */
  begin(tab: number, page: string): void;
  /** A page in a tab was told the states of some of its cards. One that was never begun stays unknown. */
  note(where: Where, cards: readonly PaperCard[], states: readonly boolean[], now: string): void;
  pages(): Iterable<WatchedPage>;
  /** The tab shows no listing any more. */
  forget(tab: number): void;
}

export function createWatchedCards(): WatchedCards {
  const pages = new Map<number, WatchedPage>();

  function note(
    { tab, page, listing }: Where,
    cards: readonly PaperCard[],
    states: readonly boolean[],
    now: string,
  ): void {
    const watched = pages.get(tab);
    if (watched?.page !== page || cards.length === 0) return;
    if (listing !== undefined) watched.listing = listing;
    for (const [index, card] of cards.entries()) {
      const told = states[index];
      if (told === undefined) continue;
      const key = cardKey(card);
      const known = watched.cards.get(key);
      if (known) known.told = told;
      else watched.cards.set(key, { card, told, keys: keysOf(card, now) });
    }
    if (watched.cards.size > MOST) pages.delete(tab);
  }

  return {
    begin: (tab, page) => void pages.set(tab, { tab, page, listing: '', cards: new Map() }),
    note,
    pages: () => pages.values(),
    forget: (tab) => void pages.delete(tab),
  };
}

function keysOf(card: PaperCard, now: string): readonly string[] {
  const statement = normalise(card, now);
  return statement ? searchedKeys(saidBy(statement)) : [];
}
