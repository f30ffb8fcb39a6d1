/** What the library says of the cards: asked of new ones, and told by the worker when it changes. */
import type { Marks } from '@/utils/messages';
import { batches } from '../page/batches';
import { type Entry, isBusy } from '../page/cards';
import type { ListingPage } from '../page/listing-page';

/** Cards in one question. */
const AT_ONCE = 100;

export interface MarksFeature {
  /** Asks which of these are saved; their sightings are noted on the way. Resolves when nothing is left to ask. */
  ask(entries: Iterable<Entry>): Promise<void>;
  /** The library changed. A worker that was stopped since does not know our cards, and gives no marks. */
  changed(marks?: Marks): void;
}

export function createMarks(page: ListingPage): MarksFeature {
  const waiting = new Set<Entry>();
  let asking = Promise.resolve();
  let isAsking = false;
  /** Whether the worker knows none of our cards. */
  let first = true;

  /** One question after the other: what comes meanwhile is asked together. */
  async function askWaiting(): Promise<void> {
    isAsking = true;
    while (waiting.size > 0) {
      const some = [...waiting].slice(0, AT_ONCE);
      for (const entry of some) waiting.delete(entry);
      for (const group of batches(some.filter((entry) => !isBusy(entry)))) {
        const asked = page.put('sightCards', group, first ? { first } : {});
        first = false;
        await asked;
      }
      page.draw(some.filter(({ state }) => state === 'failed'));
    }
    isAsking = false;
  }

  function ask(entries: Iterable<Entry>): Promise<void> {
    for (const entry of entries) waiting.add(entry);
    if (!isAsking) asking = askWaiting();
    return asking;
  }

  return {
    ask,
    changed(marks) {
      if (marks) page.hear(marks);
      else {
        first = true;
        void ask(page.cards.all());
      }
    },
  };
}
