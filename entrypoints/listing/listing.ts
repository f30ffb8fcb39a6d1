/** One listing page: which cards it has, a button on each, and what the library says of them. */

import { i18n } from '#i18n';
import { type FailureCode, type PageState, sendMessage } from '@/utils/messages';
import type { PaperCard } from '@/utils/paper/schema';
import { append, isConnected, parentElement, queryAll, style } from '@/utils/reading/dom';
import { reportOnce } from '@/utils/reading/report-once';
import { openPage, readCard } from '@/utils/reading/sites/read-page';
import type { PageContext, Site } from '@/utils/reading/sites/site';
import { askWorker, type Question } from './ask-worker';
import { chunks, isBusy, type Mounted, samePaper, stateAfter } from './card-state';
import { isAlive } from './context';
import { isHost } from './host';
import { createLookAgain } from './look-again';
import { createSaveAll } from './save-all';
import { createSaveButton } from './save-button';
import { watchCards } from './watch-cards';

/** Cards saved per message: few enough to show progress, and to lose little with a message. */
const SAVE_CHUNK = 10;
/** Cards per question about what is saved (the worker's limit is higher), and cards read before the page gets its turn. */
const CHUNK = 100;

/** What others may ask of a listing. */
export interface Listing {
  state(): Omit<PageState, 'health'>;
  saveAll(): Promise<void>;
  /** The library changed: asks again, soon. */
  askSoon(): void;
}

/** Keeps buttons on the cards of a page of `site`. `onRead` hears the cards whenever they were read. */
export function createListing(
  document: Document,
  site: Site,
  onRead: (cards: readonly PaperCard[]) => void,
): Listing {
  const mounted = new Map<Element, Mounted>();
  const all = createSaveAll(document, saveAll, undo);
  const waiting = new Set<Element>();
  const report = reportOnce(console.warn);
  let reading = false;
  let failure: FailureCode | undefined;
  /** The question that failed: the message of a failed save is not cleared by a later look. */
  let failedAt: Question | undefined;
  let running: { done: number; of: number } | undefined;
  let undoable = false;
  const askAll = () => ask([...mounted.keys()]);
  const again = createLookAgain(askAll, () => !!running);

  function openHere(): PageContext {
    return openPage(site, document, new URL(document.location.href), new Date().toISOString().slice(0, 10));
  }

  /** Reads cards again, some at a time so that the page stays usable, and asks about papers not seen there yet. */
  async function update(elements: Iterable<Element>): Promise<void> {
    for (const element of elements) waiting.add(element);
    if (reading || isCutOff()) return;
    reading = true;
    try {
      let page = openHere(); // seldom: it looks through the whole document
      while (waiting.size > 0) {
        if (page.url.href !== document.location.href) page = openHere(); // it changed while the page had its turn
        const some = [...waiting].slice(0, CHUNK);
        for (const element of some) waiting.delete(element);
        const fresh = some.filter((element) => read(element, page));
        placeButtons(some);
        void ask(fresh);
        if (waiting.size > 0) await new Promise((resume) => setTimeout(resume));
      }
    } finally {
      reading = false;
    }
    for (const [element, { button }] of mounted) {
      if (isConnected(element)) continue;
      button.host.remove(); // the card may come back, and gets another then
      mounted.delete(element);
    }
    drawAll();
    onRead([...mounted.values()].map(({ card }) => card));
  }

  /** Reads one card and gives it its button; true if it shows a paper, or stands on a listing, that is new there. */
  function read(element: Element, page: PageContext): boolean {
    const card = isConnected(element) ? readCard(site, element, page, report) : undefined;
    const entry = mounted.get(element);
    if (card && entry && samePaper(entry.card, card)) {
      const moved = entry.card.listing !== card.listing;
      entry.card = card;
      return moved;
    } else if (card) {
      const corner = site.corner?.(element) ?? 'right';
      const button = entry?.button ?? createSaveButton(document, corner, () => press(element));
      mounted.set(element, { card, state: 'save', button });
      button.show('save', card.title ?? '');
      return true;
    } else if (entry) {
      entry.button.host.remove();
      mounted.delete(element);
    }
    return false;
  }

  /** Adds missing buttons. All styles are read first, so that the page is laid out only once. */
  function placeButtons(elements: readonly Element[]): void {
    const homeless = elements.flatMap((element) => {
      const host = mounted.get(element)?.button.host;
      const mount = (site.mount?.(element) ?? element) as HTMLElement;
      return host && parentElement(host) !== mount ? [{ mount, host }] : [];
    });
    const unanchored = homeless.filter(({ mount }) => getComputedStyle(mount).position === 'static');
    for (const { mount } of unanchored) style(mount).position = 'relative';
    for (const { mount, host } of homeless) append(mount, host);
  }

  /** Asks the worker which of the cards are saved; their sightings are noted on the way. */
  async function ask(elements: readonly Element[]): Promise<void> {
    const idle = elements.filter((element) => !isBusy(mounted.get(element)?.state));
    for (const some of chunks(idle, CHUNK)) await put('sightCards', some);
  }

  /** Saves or removes the papers that the cards show now. */
  async function change(
    question: 'saveCards' | 'unsaveCards',
    elements: readonly Element[],
    run?: string,
  ): Promise<void> {
    const page = openHere();
    const meant: Element[] = [];
    const unseen: Element[] = [];
    for (const element of elements) {
      const before = mounted.get(element);
      read(element, page);
      const entry = mounted.get(element);
      if (!entry) continue;
      if (question === 'unsaveCards' && entry !== before) {
        unseen.push(element); // never remove what was not seen
        continue;
      }
      draw(Object.assign(entry, { state: question === 'saveCards' ? 'saving' : 'removing' }));
      meant.push(element);
    }
    await put(question, meant, run);
    await ask(unseen);
  }

  /** Asks the worker about cards, and shows the answer on those that still show the same paper. */
  async function put(question: Question, elements: readonly Element[], run?: string): Promise<void> {
    const asked = elements.flatMap((element) => {
      const entry = mounted.get(element);
      return entry ? [{ element, entry, before: entry.state }] : [];
    });
    if (asked.length === 0 || isCutOff()) return;
    const cards = asked.map(({ entry }) => entry.card);
    const answer = await askWorker(question, run === undefined ? { cards } : { cards, run });
    if (isCutOff()) return;
    if (!answer.ok) {
      if (!failure || question !== 'sightCards') [failure, failedAt] = [answer.code, question];
    } else if (question !== 'sightCards' || failedAt === 'sightCards') failure = undefined;
    if (answer.ok) undoable = answer.value.undoable;
    asked.forEach(({ element, entry, before }, index) => {
      if (mounted.get(element) !== entry) return; // the card shows another paper by now
      if (question === 'sightCards' && entry.state !== before) return; // a press meanwhile knows better
      const saved = answer.ok ? answer.value.saved[index] : undefined;
      entry.state = stateAfter(question, entry.state, saved);
      draw(entry);
    });
    drawAll();
  }

  async function press(element: Element): Promise<void> {
    const state = mounted.get(element)?.state;
    if (state === 'reload') document.location.reload();
    else if (!isBusy(state) && !isCutOff())
      await change(state === 'saved' ? 'unsaveCards' : 'saveCards', [element]);
  }

  async function saveAll(): Promise<void> {
    if (isCutOff()) return document.location.reload();
    if (running) return;
    const open = [...mounted].filter(([, { state }]) => state === 'save' || state === 'failed');
    running = { done: 0, of: open.length };
    const run = crypto.randomUUID(); // all of it is one step to undo
    for (const some of chunks(open, SAVE_CHUNK)) {
      drawAll();
      const elements = some.map(([element]) => element);
      await change('saveCards', elements, run);
      if (failure) break;
      running.done += some.length;
    }
    running = undefined;
    drawAll();
    again.resume();
  }

  /** Undoes the last change made on this listing. The marks follow when the worker says "changed". */
  async function undo(): Promise<void> {
    const [first] = mounted.values();
    if (!first || running || isCutOff()) return;
    const { site: id, listing = '' } = first.card;
    const answer = await sendMessage('undoOnListing', { site: id, listing }).catch(
      () => ({ ok: false, code: 'unknown' }) as const,
    );
    failure = answer.ok || answer.code === 'refused' ? undefined : answer.code; // refused: nothing was left to undo
    failedAt = undefined;
    await askAll();
    drawAll();
  }

  /** Whether the extension was updated while the page was open. If so, every button says so, in words read before that. */
  function isCutOff(): boolean {
    if (isAlive()) return false;
    for (const entry of mounted.values()) draw(Object.assign(entry, { state: 'reload' as const }));
    drawAll();
    stop();
    return true;
  }

  function draw({ button, state, card }: Mounted): void {
    button.show(
      state,
      card.title ?? '',
      state === 'failed' && failure ? i18n.t(`failure.${failure}`) : undefined,
    );
  }

  function drawAll(): void {
    const reload = !isAlive();
    const sentence = failure && !reload ? i18n.t(`failure.${failure}`) : undefined;
    all.show({ ...state(), running, undoable, failure: sentence, reload });
  }

  function state(): { cards: number; saved: number } {
    const saved = [...mounted.values()].filter((entry) => entry.state === 'saved').length;
    return { cards: mounted.size, saved };
  }

  let address = document.location.href;
  const stop = watchCards(document, site.card, isHost, (touched) => {
    // In-page navigation may keep the cards but make them part of another listing.
    const moved = address !== document.location.href;
    address = document.location.href;
    void update(moved ? queryAll(document, site.card) : touched);
  });
  void update(queryAll(document, site.card));
  document.body.append(all.host);
  return { state, saveAll, askSoon: again.soon };
}
