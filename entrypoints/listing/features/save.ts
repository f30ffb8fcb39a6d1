/** Saving and removing by the buttons on cards, *Save all* and *Undo*. */
import { batches } from '../page/batches';
import { type Entry, isBusy } from '../page/cards';
import type { ListingPage } from '../page/listing-page';
import { send } from '../page/messages';
import type { MarksFeature } from './marks';

/** A second press within this time (ms) belongs to a double click. */
const DOUBLE_MS = 600;

export interface SaveFeature {
  /** A press on an element's button begins. */
  down(element: Element): void;
  press(element: Element): Promise<void>;
  saveAll(): Promise<void>;
  undo(): Promise<void>;
  /** Asks for a window in which the paper that was saved last is tagged. */
  tag(): Promise<void>;
}

interface Effects {
  /** Reads an element as it is now. */
  reread(element: Element): void;
  /** Loads the page again. */
  reload(): void;
}

export function createSave(page: ListingPage, marks: MarksFeature, { reread, reload }: Effects): SaveFeature {
  const { cards } = page;
  /** What the buttons named when they were last pressed down. */
  const named = new WeakMap<Element, string>();
  /** The last press, and when it was (ms). */
  let last: { element: Element; at: number } | undefined;

  async function change(
    question: 'saveCards' | 'unsaveCards',
    entries: readonly Entry[],
    more?: { run: string },
  ) {
    for (const entry of entries) entry.state = question === 'saveCards' ? 'saving' : 'removing';
    page.draw(entries);
    await page.put(question, entries, more);
  }

  return {
    down: (element) => void named.set(element, cards.at(element)?.key ?? ''),

    async press(element) {
      const before = cards.at(element);
      if (before?.state === 'reload') return reload();
      const now = performance.now();
      if (!before || isBusy(before) || (last?.element === element && now - last.at < DOUBLE_MS)) return;
      last = { element, at: now };
      const announced = named.get(element) ?? before.key;
      named.delete(element);
      reread(element);
      const entry = cards.at(element);
      if (!entry || page.isCutOff()) return;
      if (entry.key !== announced) {
        entry.state = 'changed';
        page.draw([entry]);
        await marks.ask([entry]);
      } else {
        const saving = entry.state !== 'saved';
        page.saved = saving ? entry : undefined;
        await change(saving ? 'saveCards' : 'unsaveCards', [entry]);
      }
    },

    async saveAll() {
      if (page.isCutOff()) return reload();
      if (page.running) return;
      last = undefined; // what is pressed next is no double click
      const open = cards.all().filter(({ state }) => state !== 'saved' && state !== 'removing');
      page.running = open;
      const step = { run: crypto.randomUUID() }; // all of it is one step to undo
      for (const some of batches(open)) {
        await change('saveCards', some, step);
        if (page.failed) break;
      }
      page.running = undefined;
      page.draw([]);
    },

    async tag() {
      if (!page.saved || page.isCutOff()) return;
      const { card } = page.saved;
      await send('tagPaper', { card }).catch(() => undefined); // nothing was opened, as one sees
    },

    async undo() {
      last = undefined;
      const [first] = cards.all();
      if (!first || page.running || page.isCutOff()) return;
      const { listing } = page;
      const answer = await send('undoOnListing', { site: first.card.site, listing }).catch(
        () => ({ ok: false, code: 'unknown' }) as const,
      );
      // Refused: nothing was left to undo.
      page.failed = answer.ok || answer.code === 'refused' ? undefined : { code: answer.code };
      await marks.ask(cards.all());
      page.draw([]);
    },
  };
}
