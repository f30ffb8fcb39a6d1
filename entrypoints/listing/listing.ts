/** One listing page: reads its cards, puts a button on each, and connects both to the features. */

import type { Marks, PageState } from '@/utils/messages';
import type { PaperCard } from '@/utils/paper/schema';
import { append, body, isConnected, parentElement, queryAll, style } from '@/utils/reading/dom';
import { reportOnce } from '@/utils/reading/report-once';
import { openPage, readCard } from '@/utils/reading/sites/read-page';
import type { PageContext, Site } from '@/utils/reading/sites/site';
import { isHost } from './buttons/host';
import { placeOf } from './buttons/place';
import { createSaveAll } from './buttons/save-all';
import { createSaveButton, type SaveButton } from './buttons/save-button';
import { createMarks } from './features/marks';
import { createSave } from './features/save';
import type { Entry } from './page/cards';
import { countCards, createPage } from './page/listing-page';
import { whereItStood } from './page/where-it-stood';
import { watchCards } from './watch-cards';

/** After reading for so long (ms) the page gets its turn. */
const SLICE_MS = 15;
/** A window that was resized is as large as it will be after so long (ms). */
const SETTLE_MS = 150;

/** What others may ask of a listing. */
export interface Listing {
  state(): Omit<PageState, 'health'>;
  saveAll(): Promise<void>;
  /** The library changed. */
  changed(marks?: Marks): void;
}

/** Keeps buttons on the cards of a page of `site`. `onRead` hears the cards whenever they were read. */
export function createListing(
  document: Document,
  site: Site,
  onRead: (cards: readonly PaperCard[]) => void,
): Listing {
  const control = createSaveAll(
    document,
    () => save.saveAll(),
    () => save.undo(),
    () => save.tag(),
  );
  const page = createPage(control, () => stop());
  const { cards } = page;
  const marks = createMarks(page);
  const save = createSave(page, marks, {
    reread: (element) => void read(element, openHere()),
    reload: () => document.location.reload(),
  });
  const waiting = new Set<Element>();
  const report = reportOnce(console.warn);
  let reading = false;

  /** The listing that the page was loaded as. */
  let loaded: string | undefined;

  function openHere(): PageContext {
    const url = new URL(document.location.href);
    const here = openPage(site, document, url, new Date().toISOString().slice(0, 10));
    page.listing = here.listing.listing ?? '';
    loaded ??= page.listing;
    return here;
  }

  /** Reads cards again, some at a time so that the page stays usable, and asks about papers not seen there yet. */
  async function update(elements: Iterable<Element>): Promise<void> {
    for (const element of elements) waiting.add(element);
    if (reading || page.isCutOff()) return;
    reading = true;
    const before = page.listing;
    let isNews = false;
    try {
      let here = openHere(); // once: it looks through the whole document
      while (waiting.size > 0 && !page.isCutOff()) {
        const news = readSome(here);
        if (news[0]) isNews = true;
        void marks.ask(news);
        if (waiting.size > 0) await new Promise((resume) => setTimeout(resume));
        if (here.url.href === document.location.href) continue;
        here = openHere();
        for (const element of cards.elements()) waiting.add(element); // they belong to another listing now
      }
    } finally {
      reading = false;
    }
    for (const element of cards.elements()) if (!isConnected(element)) cards.drop(element);
    // What can be undone on this listing, each answer tells.
    if (!isNews && before !== page.listing) void marks.ask(cards.all().slice(0, 1));
    page.draw([]);
    onRead(cards.all().map(({ card }) => card));
  }

  /** Reads some of the elements that wait. Answers with the papers that are new, or stand on a listing that is. */
  function readSome(here: PageContext): Entry[] {
    const end = performance.now() + SLICE_MS;
    const done: Element[] = [];
    const drawn = new Set<Entry>();
    const news = new Set<Entry>();
    for (const element of waiting) {
      waiting.delete(element);
      const before = cards.at(element);
      const isNews = read(element, here);
      const entry = cards.at(element);
      if (entry && entry !== before) drawn.add(entry);
      if (entry && isNews) news.add(entry);
      done.push(element);
      if (performance.now() > end) break;
    }
    page.draw(drawn);
    placeButtons(done);
    return [...news];
  }

  /** Reads one element and gives it a button; true if its paper, or its listing, is new on the page. */
  function read(element: Element, here: PageContext): boolean {
    const said = isConnected(element) ? readCard(site, element, here, report) : undefined;
    if (said) {
      const card = isLasting(here) ? said : { ...said, passing: true as const };
      const stood = whereItStood(card, cards.at(element)?.card);
      return cards.put(element, stood, () => createButton(element));
    }
    cards.drop(element);
    return false;
  }

  /** Whether it counts that a paper was seen here: not at any address that the page gives itself. */
  function isLasting({ listing: { listing = '' } }: PageContext): boolean {
    return listing === loaded || site.lasting?.test(new URL(listing).pathname) === true;
  }

  function createButton(element: Element): SaveButton {
    return createSaveButton(document, {
      down: () => save.down(element),
      press: () => save.press(element),
    });
  }

  /** Adds missing buttons and puts all in their places. Everything is measured first, so that the page is laid out once. */
  function placeButtons(elements: readonly Element[]): void {
    const places = elements.flatMap((element) => {
      const host = cards.at(element)?.buttons.get(element)?.host;
      const mount = (site.mount?.(element) ?? element) as HTMLElement;
      if (!host) return [];
      const unanchored = parentElement(host) !== mount && getComputedStyle(mount).position === 'static';
      return [{ mount, host, unanchored, place: placeOf(document, site, element, mount) }];
    });
    for (const { mount, host, unanchored, place } of places) {
      if (unanchored) style(mount).position = 'relative';
      if (host.className !== place) host.className = place;
      if (parentElement(host) !== mount) append(mount, host);
    }
  }

  let address = document.location.href;
  const stop = watchCards(document, site.card, isHost, (touched) => {
    // In-page navigation may keep the cards but make them part of another listing.
    const moved = address !== document.location.href;
    address = document.location.href;
    void update(moved ? queryAll(document, site.card) : touched);
  });
  const again = () => void update(queryAll(document, site.card));
  let resized: ReturnType<typeof setTimeout> | undefined;
  document.defaultView?.addEventListener('resize', () => {
    clearTimeout(resized); // while a window is drawn larger there are many
    resized = setTimeout(again, SETTLE_MS); // lines break elsewhere
  });
  again();
  append(body(document), control.host);
  return { state: () => countCards(cards), saveAll: save.saveAll, changed: marks.changed };
}
