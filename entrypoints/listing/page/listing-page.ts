/** What the features of a listing share: its papers, what the worker says of them, and drawing it. */
import type { FailureCode, Marks } from '@/utils/messages';
import type { SaveAllControl } from '../buttons/save-all';
import { words } from '../buttons/words';
import { askWorker, type Question } from './ask-worker';
import { type Cards, createCards, type Entry, isBusy, tellEntry } from './cards';
import { isAlive } from './context';

/** Buttons drawn again when the library changed, even if nothing of this page did: a page must not see the difference. */
const DRAWN_ALWAYS = 50;

export interface ListingPage {
  cards: Cards;
  /** The address of the listing that the page shows now. */
  listing: string;
  /** The papers of a *Save all* that is under way. */
  running?: readonly Entry[] | undefined;
  /** The paper that was saved last by its own button. */
  saved?: Entry | undefined;
  /** What the worker did not do, and why. The message of a failed save is not cleared by a later look. */
  failed?: { code: FailureCode; question?: Question } | undefined;
  /** Asks the worker about papers of the page, and shows the answer. Calls with one `run` are one step to undo. */
  put(question: Question, entries: readonly Entry[], more?: { run?: string; first?: true }): Promise<void>;
  /** The worker tells what is news to this page. */
  hear(marks: Marks): void;
  /** Draws the buttons of these papers and the page-level control. */
  draw(entries: Iterable<Entry>): void;
  /** Whether the extension was updated while the page was open. If so, every button says so. */
  isCutOff(): boolean;
}

/** `stop` is called once the page is cut off from the extension. */
export function createPage(control: SaveAllControl, stop: () => void): ListingPage {
  const id = crypto.randomUUID();
  const cards = createCards();
  let undoable = false;
  /** Presses that were answered: what a look that was asked before says of Undo is out of date. */
  let pressed = 0;
  /** When the worker last said something (ms). */
  let heardAt = 0;
  /** Once it is cut off it stays so. */
  let cutOff = false;

  const page: ListingPage = {
    cards,
    listing: '',
    async put(question, entries, more) {
      if (entries.length === 0 || page.isCutOff()) return;
      const before = entries.map(({ state }) => state);
      const since = pressed;
      const run = crypto.randomUUID();
      const { listing } = page;
      const asked = { page: id, run, ...more, listing, cards: entries.map(({ card }) => card) };
      const answer = await askWorker(question, asked, () => heardAt);
      if (page.isCutOff()) return;
      const { failed } = page;
      if (!answer.ok) {
        if (!failed || question !== 'sightCards') page.failed = { code: answer.code, question };
      } else if (question !== 'sightCards' || failed?.question === question) page.failed = undefined;
      const late = question === 'sightCards' && since !== pressed;
      if (question !== 'sightCards') pressed++;
      if (answer.ok && !late) undoable = answer.value.undoable;
      for (const [index, entry] of entries.entries()) {
        if (question === 'sightCards' && entry.state !== before[index]) continue; // a press meanwhile knows better
        tellEntry(entry, question, answer.ok ? (answer.value.saved[index] ?? false) : answer);
      }
      page.draw(entries);
    },
    hear(marks) {
      heardAt = performance.now();
      if (marks.page !== id) return;
      undoable = marks.undoable;
      const touched = new Set(cards.all().slice(0, DRAWN_ALWAYS));
      for (const [key, state] of marks.saved) {
        const entry = cards.of(key);
        if (!entry || (isBusy(entry) && !(state === true && entry.state === 'saving'))) continue;
        tellEntry(entry, 'sightCards', state);
        touched.add(entry);
      }
      page.draw(touched);
    },
    draw(entries) {
      const reason = (code: FailureCode | undefined) => code && words(`failure.${code}`);
      for (const { buttons, state, card, failure } of entries)
        for (const button of buttons.values())
          button.show(state, card.title ?? '', state === 'failed' ? reason(failure) : undefined);
      const reload = cutOff || !isAlive();
      const { running } = page;
      control.show({
        ...countCards(cards),
        running: running && {
          done: running.filter(({ state }) => state === 'saved').length,
          of: running.length,
        },
        undoable,
        taggable: page.saved?.state === 'saved',
        failure: reload ? undefined : reason(page.failed?.code),
        reload,
      });
    },
    isCutOff() {
      if (!cutOff && isAlive()) return false;
      cutOff = true;
      for (const entry of cards.all()) entry.state = 'reload';
      page.draw(cards.all());
      stop();
      return true;
    },
  };
  return page;
}

/** How many papers the page shows, and how many of them are saved. */
export function countCards(cards: Cards): { cards: number; saved: number } {
  const all = cards.all();
  return { cards: all.length, saved: all.filter(({ state }) => state === 'saved').length };
}
