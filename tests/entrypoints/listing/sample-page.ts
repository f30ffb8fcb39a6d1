/**
 * A listing for tests: a page of articles, the script that puts buttons on it, and a worker whose library and answers a
 * test may change. Importing it prepares all that before each test.
 */
import { beforeEach, expect, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Listing } from '@/entrypoints/listing/listing';
import { type Asked, answerMessages } from '@/tests/components/answer-messages';
import type { CardStates, CardsOnPage, FailureCode, Marks, Result } from '@/utils/messages';
import { cardKey } from '@/utils/paper/card-key';
import type { PaperCard } from '@/utils/paper/schema';
import type { Site } from '@/utils/reading/sites/site';
import { inside, watchRoots } from './closed-roots';

export type Answer = Result<CardStates>;

/** A site of articles, each with a link whose last part is the paper's number. */
const SITE: Site = {
  id: 'sample',
  name: 'Sample',
  matches: [],
  card: 'article',
  listing: ({ url }) => ({ listing: url.href }),
  lasting: /^\/papers\/date\//,
  read(card, { listing, url }) {
    if (card.className === 'broken') throw new TypeError('a broken card');
    sample.reading(card);
    const link = card.querySelector('a');
    const number = (sample.own ? url.pathname : link?.getAttribute('href'))?.split('/').at(-1);
    if (!link || !number) return undefined;
    const abstract = (card as HTMLElement).dataset.abstract;
    return {
      site: 'sample',
      ...listing,
      identifiers: { arxiv: number },
      title: link.textContent ?? '',
      ...(abstract !== undefined && { abstract }),
    };
  },
  mentioned: () => new Set(),
};

/** What the library holds, and how the worker answers; a test may put other answers in their place. */
export const sample = {
  saved: new Set<string>(),
  undoable: false,
  answers: {} as Record<string, (data: CardsOnPage) => unknown>,
  asked: [] as Asked[],
  onRead: vi.fn<(cards: readonly PaperCard[]) => void>(),
  reload: vi.fn(),
  /** Whether the page is a paper's own, whose address tells which one it is. */
  own: false,
  /** Called whenever a card is read. */
  reading: (_card: Element) => {},
};

const clock = performance.now.bind(performance);
/** By how much the clock was put forward (ms). */
let ahead = 0;
/** Time stands still while code runs: on a busy machine a page would be read in more parts than here. */
let moment: number | undefined;

beforeEach(() => {
  setId('test-extension-id');
  watchRoots();
  ahead = 0;
  moment = undefined;
  vi.spyOn(performance, 'now').mockImplementation(() => {
    if (moment === undefined) setImmediate(() => (moment = undefined));
    moment ??= clock();
    return moment + ahead;
  });
  vi.spyOn(console, 'warn')
    .mockReset()
    .mockImplementation(() => {});
  sample.reload = vi.spyOn(location, 'reload').mockReset();
  document.body.replaceChildren();
  history.replaceState(null, '', '/papers');
  sample.saved = new Set();
  sample.own = false;
  sample.undoable = false;
  sample.onRead = vi.fn();
  sample.reading = () => {};
  const { answers } = Object.assign(sample, {
    answers: {
      sightCards: ({ cards }: CardsOnPage) => statesOf(cards),
      saveCards({ cards }: CardsOnPage) {
        for (const card of cards) sample.saved.add(numberOf(card));
        sample.undoable = true;
        return statesOf(cards);
      },
      unsaveCards({ cards }: CardsOnPage) {
        for (const card of cards) sample.saved.delete(numberOf(card));
        sample.undoable = true;
        return statesOf(cards);
      },
      undoOnListing: () => ({ ok: true, value: null }),
    },
  });
  const told = (name: string) => (data: CardsOnPage) => sample.answers[name]?.(data);
  sample.asked = answerMessages(Object.fromEntries(Object.keys(answers).map((name) => [name, told(name)])));
});

/** Time passes; nobody waits for it. */
export function later(ms: number): void {
  ahead += ms;
}

export const numberOf = (card: PaperCard) => String(card.identifiers.arxiv);

export function statesOf(cards: readonly PaperCard[]): Answer {
  const { saved, undoable } = sample;
  return { ok: true, value: { saved: cards.map((card) => saved.has(numberOf(card))), undoable } };
}

export const failed = (code: FailureCode) => () => ({ ok: false, code });

export function makeCard(number: string, title = `Paper ${number}`): HTMLElement {
  const card = document.createElement('article');
  const link = document.createElement('a');
  link.href = `/papers/${number}`;
  link.append(title);
  card.append(link);
  return card;
}

/** The page puts another paper into an element, or only its link, or only its title. */
export function change(card: Element, number?: string, title = number && `Paper ${number}`): void {
  const link = card.querySelector('a');
  if (number !== undefined) link?.setAttribute('href', `/papers/${number}`);
  if (title !== undefined) link?.replaceChildren(title);
}

export async function start(...numbers: string[]): Promise<Listing> {
  document.body.append(...numbers.map((number) => makeCard(number)));
  // Loaded here, because it reads words as it loads and tests have them only from now on.
  const { createListing } = await import('@/entrypoints/listing/listing');
  const listing = createListing(document, SITE, sample.onRead);
  // There is no other way to stop it: the next test must not hear of this page any more.
  onTestFinished(() => {
    setId(undefined);
    sample.reload.mockImplementation(() => {});
    void listing.saveAll();
  });
  await vi.waitFor(() => expect(sample.onRead).toHaveBeenCalled());
  if (numbers.length > 0) await vi.waitFor(() => expect(questions('sightCards')).not.toHaveLength(0));
  await settled();
  return listing;
}

/** Answers that are on their way have come. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

/** What the page changed was read again. */
export const readAgain = () => new Promise((resolve) => setTimeout(resolve, 80));

export const cards = () => [...document.querySelectorAll<HTMLElement>('article')];
export const cardAt = (index: number) => cards()[index] as HTMLElement;
export const hostsIn = (card: Element) => [...card.querySelectorAll('offprint-save')];

export function buttonOf(card: Element): HTMLElement {
  const [host, ...others] = hostsIn(card);
  expect(others).toEqual([]);
  if (!host) throw new Error('no button');
  return inside(host).getByRole('button');
}

/** What the buttons say to those who do not see them, and to those who do. */
export const names = () => cards().map((card) => buttonOf(card).getAttribute('aria-label'));
export const words = () =>
  cards().map((card) => buttonOf(card).querySelector<HTMLElement>('[data-word]')?.dataset.word);

/** The control beside the page. */
export function control() {
  const host = document.querySelector('offprint-save-all');
  if (!host) throw new Error('no control');
  return inside(host);
}

export const main = () => control().getByRole<HTMLElement>('button', { name: /^Save all/ });
export const undo = () => control().queryByRole<HTMLElement>('button', { name: /^Undo/ });
/** What the control offers, or tells. */
export const offer = () => main().querySelector<HTMLElement>('[data-word]')?.dataset.word;
/** What went wrong, as the control tells it. */
export const sentence = () => main().title;

export function questions(type: string): CardsOnPage[] {
  return sample.asked.filter((message) => message.type === type).map(({ data }) => data as CardsOnPage);
}

export const numbersIn = (type: string) => questions(type).map((question) => question.cards.map(numberOf));

/** What the worker tells the page: states by number. */
export function marks(states: Record<string, boolean | FailureCode>, undoable = false): Marks {
  const keyOf = (number: string) => cardKey({ identifiers: { arxiv: number }, title: `Paper ${number}` });
  return {
    page: String(questions('sightCards')[0]?.page),
    saved: Object.entries(states).map(([number, state]) => [keyOf(number), state]),
    undoable,
  };
}

/** An answer that comes when the test says so, at its end at the latest: unanswered questions are repeated. */
export function held<T = Answer>() {
  let give = (_: T) => {};
  const answer = new Promise<T>((resolve) => {
    give = resolve;
  });
  onTestFinished(() => give({ ok: false, code: 'refused' } as T));
  return { answer, give };
}

/** The extension's id, which is gone for a page underneath which it was updated. */
function setId(id: string | undefined): void {
  Object.assign(fakeBrowser.runtime, { id });
}

export function cutOff(): void {
  setId(undefined);
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
}
