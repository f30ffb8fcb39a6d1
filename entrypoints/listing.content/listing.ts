/** One listing page: which cards it has, a button on each, and what the library says of them. */

import { i18n } from '#i18n';
import type { ContentScriptContext } from '#imports';
import { type FailureCode, onMessage } from '@/utils/messages';
import type { PaperCard } from '@/utils/paper';
import { openPage, readCard } from '@/utils/sites/read-page';
import type { Site } from '@/utils/sites/site';
import { askWorker } from './ask-worker';
import { isHost } from './host';
import { createSaveAll } from './save-all';
import { createSaveButton, type SaveButton, type SaveState } from './save-button';
import { watchCards } from './watch-cards';

/** Cards in one message: progress shows, and a lost message costs little. */
const CHUNK = 10;
/** Cards in one question about what is saved; the worker takes at most 100. */
const ASK_CHUNK = 100;
/** Changes of the library in quick succession are asked about once (ms). */
const GATHER_MS = 100;

interface Mounted {
  card: PaperCard;
  state: SaveState;
  button: SaveButton;
}

/** Starts looking after the page of `site`. */
export function createListing(ctx: ContentScriptContext, document: Document, site: Site): void {
  const mounted = new Map<Element, Mounted>();
  const all = createSaveAll(document, saveAll);
  let failure: FailureCode | 'reload' | undefined;
  let running: { done: number; of: number } | undefined;

  function context() {
    return openPage(site, document, new URL(document.location.href), new Date().toISOString().slice(0, 10));
  }

  /** Reads `elements` again and gives each card its button; asks about those that show a paper not seen there yet. */
  function update(elements: Iterable<Element>): void {
    if (isCutOff()) return;
    const page = context();
    const fresh: Element[] = [];
    for (const element of elements) {
      const card = element.isConnected ? readCard(site, element, page) : undefined;
      const entry = mounted.get(element);
      if (!card) {
        entry?.button.host.remove();
        mounted.delete(element);
      } else if (entry && samePaper(entry.card, card)) {
        entry.card = card;
      } else {
        const button = entry?.button ?? createSaveButton(document, () => press(element));
        mounted.set(element, { card, state: 'save', button });
        button.show('save', card.title ?? '');
        fresh.push(element);
      }
    }
    for (const element of mounted.keys()) if (!element.isConnected) mounted.delete(element);
    placeButtons();
    drawAll();
    void ask(fresh);
  }

  /** Puts buttons where the page has none (any more). All styles are read first, so that it is laid out once. */
  function placeButtons(): void {
    const homeless = [...mounted]
      .map(([element, { button }]) => ({
        mount: (site.mount?.(element) ?? element) as HTMLElement,
        host: button.host,
      }))
      .filter(({ mount, host }) => host.parentNode !== mount);
    const unanchored = homeless.filter(({ mount }) => getComputedStyle(mount).position === 'static');
    for (const { mount } of unanchored) mount.style.position = 'relative';
    for (const { mount, host } of homeless) mount.append(host);
  }

  /** Asks the worker which of the cards are saved; their sightings are noted on the way. */
  async function ask(elements: Element[]): Promise<void> {
    const idle = elements.filter((element) => mounted.get(element)?.state !== 'saving');
    for (const some of chunks(idle, ASK_CHUNK)) {
      await put(some, 'sightCards', (entry, saved) => {
        if (saved) entry.state = 'saved';
        else if (entry.state === 'saved') entry.state = 'save';
      });
    }
  }

  async function save(elements: Element[]): Promise<void> {
    update(elements); // what is saved is what the cards show at this moment
    for (const element of elements) {
      const entry = mounted.get(element);
      if (entry) draw(Object.assign(entry, { state: 'saving' }));
    }
    await put(elements, 'saveCards', (entry, saved) => {
      entry.state = saved ? 'saved' : 'failed';
    });
  }

  /** Puts a question about cards; `apply` takes the answer for those that still show the same paper. */
  async function put(
    elements: Element[],
    question: 'saveCards' | 'sightCards',
    apply: (entry: Mounted, saved: boolean) => void,
  ): Promise<void> {
    const asked = elements.flatMap((element) => {
      const entry = mounted.get(element);
      return entry ? [{ element, entry }] : [];
    });
    if (asked.length === 0) return;
    const answer = await askWorker(
      question,
      asked.map(({ entry }) => entry.card),
    );
    if (isCutOff()) return;
    if ('failure' in answer) failure = answer.failure;
    else if (question === 'saveCards') failure = undefined;
    asked.forEach(({ element, entry }, index) => {
      if (mounted.get(element) !== entry) return; // the card shows another paper by now
      if ('states' in answer) apply(entry, answer.states[index] ?? false);
      else if (question === 'saveCards') apply(entry, false);
      draw(entry);
    });
    drawAll();
  }

  async function press(element: Element): Promise<void> {
    const state = mounted.get(element)?.state;
    if (state === 'reload') document.location.reload();
    else if (state !== 'saving' && !isCutOff()) await save([element]);
  }

  /** Whether the extension was updated underneath the page; then everything says so, with words kept from before. */
  function isCutOff(): boolean {
    if (ctx.isValid) return false;
    failure = 'reload';
    for (const entry of mounted.values()) draw(Object.assign(entry, { state: 'reload' as const }));
    drawAll();
    stop();
    return true;
  }

  async function saveAll(): Promise<void> {
    if (failure === 'reload') document.location.reload();
    if (running || isCutOff()) return;
    const open = [...mounted]
      .filter(([, { state }]) => state === 'save' || state === 'failed')
      .map(([element]) => element);
    running = { done: 0, of: open.length };
    for (const some of chunks(open, CHUNK)) {
      drawAll();
      await save(some);
      if (failure) break;
      running.done += some.length;
    }
    running = undefined;
    drawAll();
  }

  function draw({ button, state, card }: Mounted): void {
    button.show(state, card.title ?? '', reason());
  }

  function drawAll(): void {
    const saved = [...mounted.values()].filter(({ state }) => state === 'saved').length;
    all.show({ cards: mounted.size, saved, running, failure: reason(), reload: failure === 'reload' });
  }

  function reason(): string | undefined {
    return failure && failure !== 'reload' ? i18n.t(`failure.${failure}`) : undefined;
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  function askSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void ask([...mounted.keys()]), GATHER_MS);
  }

  const stop = watchCards(document, site.card, isHost, update);
  ctx.onInvalidated(stop);
  ctx.addEventListener(window, 'wxt:locationchange', () => update(document.querySelectorAll(site.card)));
  onMessage('libraryChanged', askSoon);
  update(document.querySelectorAll(site.card));
  document.body.append(all.host);
}

/** Whether two readings show one paper; an entry whose card changed is replaced, so late answers miss it. */
function samePaper(a: PaperCard, b: PaperCard): boolean {
  return JSON.stringify([a.identifiers, a.title]) === JSON.stringify([b.identifiers, b.title]);
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
