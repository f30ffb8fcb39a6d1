/** The papers that a listing shows, each with the elements that show it, of which every one has a button. */
import type { CardState, FailureCode } from '@/utils/messages';
import { cardKey } from '@/utils/paper/card-key';
import type { PaperCard } from '@/utils/paper/schema';
import type { SaveButton, SaveState } from '../buttons/save-button';
import type { Question } from './ask-worker';

/** One paper of the page. */
export interface Entry {
  key: string;
  card: PaperCard;
  state: SaveState;
  /** Why it cannot be saved. */
  failure?: FailureCode | undefined;
  buttons: Map<Element, SaveButton>;
}

export interface Cards {
  at(element: Element): Entry | undefined;
  of(key: string): Entry | undefined;
  all(): Entry[];
  elements(): Element[];
  /** An element shows a card; it gets a button if it has none. True if the paper is new on the page, or its listing is. */
  put(element: Element, card: PaperCard, create: () => SaveButton): boolean;
  /** An element shows no card any more, and its button goes. */
  drop(element: Element): void;
}

export function createCards(): Cards {
  const entries = new Map<string, Entry>();
  const shown = new Map<Element, Entry>();

  function leave(element: Element): SaveButton | undefined {
    const entry = shown.get(element);
    const button = entry?.buttons.get(element);
    shown.delete(element);
    entry?.buttons.delete(element);
    if (entry?.buttons.size === 0) entries.delete(entry.key); // late answers do not reach it
    return button;
  }

  return {
    at: (element) => shown.get(element),
    of: (key) => entries.get(key),
    all: () => [...entries.values()],
    elements: () => [...shown.keys()],
    put(element, card, create) {
      const key = cardKey(card);
      const before = shown.get(element);
      const button = (before?.key === key ? before.buttons.get(element) : leave(element)) ?? create();
      const known = entries.get(key);
      const entry = known ?? { key, card, state: 'save', buttons: new Map() };
      const isNews = known?.card.listing !== card.listing || !known;
      entry.card = card;
      entry.buttons.set(element, button);
      entries.set(key, entry);
      shown.set(element, entry);
      return isNews;
    },
    drop: (element) => leave(element)?.host.remove(),
  };
}

/** Whether it waits for the answer to a press, which knows better than any other what is saved. */
export function isBusy({ state }: Entry): boolean {
  return state === 'saving' || state === 'removing';
}

/** Notes on an entry what the worker said of it, or why it said nothing. */
export function tellEntry(entry: Entry, question: Question, told: CardState | { code: FailureCode }): void {
  if (typeof told === 'object') {
    if (!isBusy(entry)) return; // some of many cards may be saved already
    entry.state = question === 'saveCards' ? 'failed' : 'saved';
    entry.failure = told.code;
  } else if (typeof told === 'string') [entry.state, entry.failure] = ['failed', told];
  else if (told) entry.state = 'saved';
  else if (entry.state !== 'failed' && entry.state !== 'changed') entry.state = 'save';
}
