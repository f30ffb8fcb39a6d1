// @vitest-environment happy-dom
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Listing } from '@/entrypoints/listing/listing';
import { type Asked, answerMessages } from '@/tests/components/answer-messages';
import type { CardStates, Result } from '@/utils/messages';
import type { PaperCard } from '@/utils/paper/schema';
import type { Site } from '@/utils/reading/sites/site';
import { forge, inside, press, watchRoots } from './closed-roots';

/** A site of articles, each with a link whose last part is the paper's number. */
const SITE: Site = {
  id: 'sample',
  name: 'Sample',
  matches: [],
  card: 'article',
  listing: ({ url }) => ({ listing: url.href }),
  read(card, { listing }) {
    if (card.className === 'broken') throw new TypeError('a broken card');
    const link = card.querySelector('a');
    const number = link?.getAttribute('href')?.split('/').at(-1);
    if (!link || !number) return undefined;
    return {
      site: 'sample',
      ...listing,
      identifiers: { arxiv: number },
      title: link.textContent ?? '',
    };
  },
  mentioned: () => new Set(),
};

type Answer = Result<CardStates>;
type Question = { cards: PaperCard[]; run?: string };

/** What the library holds, and how it answers; a test may put other answers in their place. */
let saved: Set<string>;
let undoable: boolean;
let answers: Record<string, (data: Question) => unknown>;
let asked: Asked[];
let onRead: ReturnType<typeof vi.fn<(cards: readonly PaperCard[]) => void>>;
let reload: ReturnType<typeof vi.spyOn>;

const numberOf = (card: PaperCard) => String(card.identifiers.arxiv);
const statesOf = (cards: PaperCard[]): Answer => ({
  ok: true,
  value: { saved: cards.map((card) => saved.has(numberOf(card))), undoable },
});
const failed = (code: 'full' | 'unavailable' | 'refused') => () => ({ ok: false, code });

beforeEach(() => {
  setId('test-extension-id');
  watchRoots();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  reload = vi.spyOn(location, 'reload').mockReset();
  document.body.replaceChildren();
  history.replaceState(null, '', '/papers');
  saved = new Set();
  undoable = false;
  onRead = vi.fn();
  answers = {
    sightCards: ({ cards }) => statesOf(cards),
    saveCards({ cards }) {
      for (const card of cards) saved.add(numberOf(card));
      undoable = true;
      return statesOf(cards);
    },
    unsaveCards({ cards }) {
      for (const card of cards) saved.delete(numberOf(card));
      undoable = true;
      return statesOf(cards);
    },
    undoOnListing: () => ({ ok: true, value: null }),
  };
  const told = (name: string) => (data: Question) => answers[name]?.(data);
  asked = answerMessages(Object.fromEntries(Object.keys(answers).map((name) => [name, told(name)])));
});

function makeCard(number: string, title = `Paper ${number}`): HTMLElement {
  const card = document.createElement('article');
  const link = document.createElement('a');
  link.href = `/papers/${number}`;
  link.append(title);
  card.append(link);
  return card;
}

async function start(...numbers: string[]): Promise<Listing> {
  document.body.append(...numbers.map((number) => makeCard(number)));
  // Loaded here, because it reads words as it loads and tests have them only from now on.
  const { createListing } = await import('@/entrypoints/listing/listing');
  const listing = createListing(document, SITE, onRead);
  const askSoon = vi.spyOn(listing, 'askSoon');
  // There is no other way to stop it: the next test must not hear of this page any more.
  onTestFinished(async () => {
    setId(undefined);
    reload.mockImplementation(() => {});
    void listing.saveAll();
    if (askSoon.mock.calls.length > 0) await new Promise((resolve) => setTimeout(resolve, 120));
  });
  await vi.waitFor(() => expect(onRead).toHaveBeenCalled());
  if (numbers.length > 0) await vi.waitFor(() => expect(questions('sightCards')).not.toHaveLength(0));
  await settled();
  return listing;
}

/** Answers that are on their way have come. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

/** Changes told until now have been asked about, unless something holds the question back. */
const pastGathering = () => new Promise((resolve) => setTimeout(resolve, 150));

const cards = () => [...document.querySelectorAll<HTMLElement>('article')];
const cardAt = (index: number) => cards()[index] as HTMLElement;
const hostsIn = (card: Element) => [...card.querySelectorAll('offprint-save')];

function buttonOf(card: Element): HTMLElement {
  const [host, ...others] = hostsIn(card);
  expect(others).toEqual([]);
  if (!host) throw new Error('no button');
  return inside(host).getByRole('button');
}

const names = () => cards().map((card) => buttonOf(card).getAttribute('aria-label'));
const words = () => cards().map((card) => buttonOf(card).dataset.word);

function control() {
  const host = document.querySelector('offprint-save-all');
  if (!host) throw new Error('no control');
  return inside(host);
}

const main = () => control().getByRole<HTMLElement>('button', { name: /^Save all/ });
/** What went wrong, as the control tells it. */
const sentence = () => main().title;

function questions(type: string): Question[] {
  return asked.filter((message) => message.type === type).map(({ data }) => data as Question);
}

const numbersIn = (type: string) => questions(type).map((question) => question.cards.map(numberOf));

/** An answer that comes when the test says so, at its end at the latest: unanswered questions are repeated. */
function held<T>() {
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

function cutOff(): void {
  setId(undefined);
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation(() => {
    throw new Error('Extension context invalidated.');
  });
}

describe('a page', () => {
  test('gets a button on each card, which says whether its paper is saved', async () => {
    saved.add('2');
    const listing = await start('1', '2');
    expect(names()).toEqual(['Save to Offprint: Paper 1', 'Saved in Offprint: Paper 2']);
    expect(listing.state()).toEqual({ cards: 2, saved: 1 });
    expect(main().dataset.word).toBe('Save all 1 others');
    expect(onRead.mock.lastCall?.[0].map(numberOf)).toEqual(['1', '2']);
  });

  test('with a card that cannot be read has none on that', async () => {
    const odd = document.createElement('article');
    document.body.append(odd);
    const listing = await start('1');
    expect(hostsIn(odd)).toEqual([]);
    expect(listing.state()).toEqual({ cards: 1, saved: 0 });
  });

  test('with cards that break their reader says so once, and has buttons on all others', async () => {
    const broken = Array.from({ length: 250 }, () => document.createElement('article'));
    for (const card of broken) card.className = 'broken';
    document.body.append(...broken);
    const listing = await start('1');
    expect(listing.state()).toEqual({ cards: 1, saved: 0 });
    expect(vi.mocked(console.warn).mock.calls).toEqual([
      ['[offprint]', 'Sample', new TypeError('a broken card')],
    ]);
  });

  test('with very many cards is asked about in several messages', async () => {
    await start(...Array.from({ length: 120 }, (_, index) => String(index)));
    await vi.waitFor(() => expect(questions('sightCards')).toHaveLength(2));
    expect(questions('sightCards').map((question) => question.cards.length)).toEqual([100, 20]);
    await vi.waitFor(() => expect(hostsIn(cardAt(119))).toHaveLength(1));
  });

  test('that places its cards itself keeps them there', async () => {
    const placed = makeCard('1');
    placed.style.position = 'absolute';
    const loose = makeCard('2');
    loose.style.position = 'static';
    document.body.append(placed, loose);
    await start('3');
    expect(placed.style.position).toBe('absolute');
    expect(loose.style.position).toBe('relative');
  });
});

describe('a press', () => {
  test('saves', async () => {
    const listing = await start('1', '2');
    const answer = held<Answer>();
    answers.saveCards = () => answer.answer;
    press(buttonOf(cardAt(0)));
    expect(words()).toEqual(['Saving', 'Save']);
    await settled();
    expect(numbersIn('saveCards')).toEqual([['1']]);
    expect(questions('saveCards')[0]?.run).toBeUndefined();
    expect(words()).toEqual(['Saving', 'Save']); // nothing is called saved before the answer
    answer.give({ ok: true, value: { saved: [true], undoable: true } });
    await vi.waitFor(() => expect(words()).toEqual(['Saved', 'Save']));
    expect(listing.state()).toEqual({ cards: 2, saved: 1 });
    expect(control().getByRole('button', { name: /^Undo/ })).toBeTruthy();
  });

  test('on a saved card removes it', async () => {
    saved.add('1');
    await start('1');
    press(buttonOf(cardAt(0)));
    expect(words()).toEqual(['Removing']);
    await vi.waitFor(() => expect(words()).toEqual(['Save']));
    expect(numbersIn('unsaveCards')).toEqual([['1']]);
    expect(questions('saveCards')).toEqual([]);
  });

  test('of the page does nothing', async () => {
    await start('1', '2');
    forge(buttonOf(cardAt(0)));
    forge(main());
    await settled();
    expect(questions('saveCards')).toEqual([]);
    expect(words()).toEqual(['Save', 'Save']);
  });

  test('while the last one is being answered does nothing', async () => {
    await start('1');
    const answer = held<Answer>();
    answers.saveCards = () => answer.answer;
    press(buttonOf(cardAt(0)));
    press(buttonOf(cardAt(0)));
    await settled();
    expect(questions('saveCards')).toHaveLength(1);
    expect(questions('unsaveCards')).toEqual([]);
    answer.give({ ok: true, value: { saved: [true], undoable: true } });
    await vi.waitFor(() => expect(words()).toEqual(['Saved']));
  });

  test('saves what the card shows at this moment', async () => {
    await start('1');
    const link = cardAt(0).querySelector('a');
    link?.setAttribute('href', '/papers/7');
    link?.replaceChildren('Paper 7');
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(names()).toEqual(['Saved in Offprint: Paper 7']));
    expect(numbersIn('saveCards')).toEqual([['7']]);
  });

  function swapped(number: string) {
    const link = cardAt(0).querySelector('a');
    link?.setAttribute('href', `/papers/${number}`);
    link?.replaceChildren(`Paper ${number}`);
  }

  test('never removes what was not seen', async () => {
    saved.add('1').add('7');
    await start('1');
    swapped('7');
    press(buttonOf(cardAt(0)));
    await settled();
    expect(questions('unsaveCards')).toEqual([]);
    expect(questions('saveCards')).toEqual([]);
    expect([...saved]).toEqual(['1', '7']);
    expect(names()[0]).toContain('Paper 7');
  });

  test('that removes nothing still tells whether what the card shows is saved', async () => {
    saved.add('1').add('7');
    await start('1');
    swapped('7');
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(names()).toEqual(['Saved in Offprint: Paper 7']));
    expect(numbersIn('sightCards')).toEqual([['1'], ['7']]);
  });
});

describe('a failure', () => {
  test('is told on the card and beside the page, and trying again can end it', async () => {
    await start('1', '2');
    const works = answers.saveCards;
    answers.saveCards = failed('full');
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(words()).toEqual(['Failed', 'Save']));
    expect(names()[0]).toMatch(/^Save to Offprint failed\. The disk is full\. .*Press to try again\.$/);
    expect(sentence()).toMatch(/^The disk is full\./);
    answers.saveCards = works as (data: Question) => unknown;
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(words()).toEqual(['Saved', 'Save']));
    expect(sentence()).toBe('');
  });

  test('to remove leaves the card saved, and is told', async () => {
    saved.add('1');
    await start('1', '2');
    answers.unsaveCards = failed('unavailable');
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(sentence()).toMatch(/^The browser cannot open Offprint/));
    expect(words()).toEqual(['Saved', 'Save']);
  });

  test('of saving is not forgotten when others are asked about', async () => {
    const listing = await start('1', '2');
    answers.saveCards = failed('full');
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(words()).toEqual(['Failed', 'Save']));
    const before = questions('sightCards').length;
    listing.askSoon();
    await vi.waitFor(() => expect(questions('sightCards')).toHaveLength(before + 1));
    await settled();
    expect(words()).toEqual(['Failed', 'Save']);
    expect(sentence()).toMatch(/^The disk is full\./);
  });

  test('to ask is told, and forgotten once asking works', async () => {
    const works = answers.sightCards;
    answers.sightCards = failed('unavailable');
    const listing = await start('1', '2');
    expect(sentence()).toMatch(/^The browser cannot open Offprint/);
    expect(words()).toEqual(['Save', 'Save']);
    saved.add('1');
    answers.sightCards = works as (data: Question) => unknown;
    listing.askSoon();
    await vi.waitFor(() => expect(words()).toEqual(['Saved', 'Save']));
    expect(sentence()).toBe('');
  });
});

describe('save all', () => {
  const many = Array.from({ length: 25 }, (_, index) => String(index));

  test('saves what is not saved yet, some at a time, as one step to undo', async () => {
    saved.add('3');
    const listing = await start(...many);
    await listing.saveAll();
    expect(questions('saveCards').map((question) => question.cards.length)).toEqual([10, 10, 4]);
    const [run, ...others] = questions('saveCards').map((question) => question.run);
    expect(run).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(others).toEqual([run, run]);
    expect(numbersIn('saveCards').flat()).toEqual(many.filter((number) => number !== '3'));
    expect(listing.state()).toEqual({ cards: 25, saved: 25 });
    expect(main().dataset.word).toBe('All 25 saved');
  });

  test('tells how far it is, and is not begun twice', async () => {
    const listing = await start(...many);
    const works = answers.saveCards;
    const second = held<void>();
    let count = 0;
    answers.saveCards = async (question) => {
      if (++count === 2) await second.answer;
      return works?.(question);
    };
    press(main());
    await vi.waitFor(() => expect(questions('saveCards')).toHaveLength(2));
    expect(main().dataset.word).toBe('Saving 10 of 25…');
    expect(control().queryByRole('button', { name: /^Undo/ })).toBeNull();
    press(main());
    await listing.saveAll();
    expect(questions('saveCards')).toHaveLength(2);
    second.give();
    await vi.waitFor(() => expect(main().dataset.word).toBe('All 25 saved'));
    expect(questions('saveCards')).toHaveLength(3);
    expect(control().getByRole('button', { name: /^Undo/ })).toBeTruthy();
  });

  test('stops at a failure, says why, and goes on with the rest when pressed again', async () => {
    const listing = await start(...many);
    const works = answers.saveCards;
    answers.saveCards = (question) =>
      questions('saveCards').length === 2 ? failed('full')() : works?.(question);
    await listing.saveAll();
    expect(questions('saveCards')).toHaveLength(2);
    expect(words().filter((word) => word === 'Saved')).toHaveLength(10);
    expect(words().filter((word) => word === 'Failed')).toHaveLength(10);
    expect(main().dataset.word).toBe(sentence());
    expect(main().getAttribute('aria-label')).toBe(`Save all again. ${sentence()}`);
    expect(sentence()).toMatch(/^The disk is full\./);
    answers.saveCards = works as (data: Question) => unknown;
    press(main());
    await vi.waitFor(() => expect(main().dataset.word).toBe('All 25 saved'));
    expect(sentence()).toBe('');
    expect(numbersIn('saveCards').slice(2).flat()).toHaveLength(15);
    const runs = questions('saveCards').map(({ run }) => run);
    expect(runs).toEqual([runs[0], runs[0], runs[2], runs[2]]);
    expect(runs[2]).not.toBe(runs[0]); // pressed again is another step
  });

  test('has nothing to ask when all is saved', async () => {
    saved.add('1');
    const listing = await start('1');
    await listing.saveAll();
    expect(questions('saveCards')).toEqual([]);
  });
});

describe('undo', () => {
  async function savedOne() {
    const listing = await start('1', '2');
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(words()).toEqual(['Saved', 'Save']));
    return listing;
  }

  const undo = () => control().getByRole('button', { name: /^Undo/ });

  test('takes back what was done on this listing, and the marks follow', async () => {
    await savedOne();
    answers.undoOnListing = () => {
      saved.clear();
      undoable = false;
      return { ok: true, value: null };
    };
    press(undo());
    await vi.waitFor(() => expect(words()).toEqual(['Save', 'Save']));
    expect(asked.filter(({ type }) => type === 'undoOnListing')).toEqual([
      { type: 'undoOnListing', data: { site: 'sample', listing: location.href } },
    ]);
    expect(control().queryByRole('button', { name: /^Undo/ })).toBeNull();
  });

  test('that fails says why', async () => {
    await savedOne();
    answers.undoOnListing = failed('full');
    press(undo());
    await vi.waitFor(() => expect(sentence()).toMatch(/^The disk is full\./));
    expect(words()).toEqual(['Saved', 'Save']);
  });

  test('that had nothing left to undo is no failure', async () => {
    await savedOne();
    answers.undoOnListing = failed('refused');
    press(undo());
    await vi.waitFor(() => expect(questions('sightCards')).toHaveLength(2));
    await settled();
    expect(sentence()).toBe('');
  });
});

describe('cards that change', () => {
  test('and come later get a button', async () => {
    const listing = await start('1');
    saved.add('2');
    document.body.append(makeCard('2'));
    await vi.waitFor(() => expect(hostsIn(cardAt(1))).toHaveLength(1));
    await vi.waitFor(() => expect(words()).toEqual(['Save', 'Saved']));
    expect(numbersIn('sightCards')).toEqual([['1'], ['2']]);
    expect(listing.state()).toEqual({ cards: 2, saved: 1 });
  });

  test('to another paper show that paper’s state, with one button', async () => {
    saved.add('1');
    const listing = await start('1');
    expect(words()).toEqual(['Saved']);
    const link = cardAt(0).querySelector('a');
    link?.setAttribute('href', '/papers/2');
    link?.replaceChildren('Paper 2');
    await vi.waitFor(() => expect(names()).toEqual(['Save to Offprint: Paper 2']));
    await vi.waitFor(() => expect(numbersIn('sightCards')).toEqual([['1'], ['2']]));
    expect(listing.state()).toEqual({ cards: 1, saved: 0 });
  });

  test('and can no longer be read lose their button', async () => {
    const listing = await start('1', '2');
    cardAt(0).querySelector('a')?.remove();
    await vi.waitFor(() => expect(hostsIn(cardAt(0))).toEqual([]));
    expect(hostsIn(cardAt(1))).toHaveLength(1);
    expect(listing.state().cards).toBe(1);
  });

  test('and go are forgotten', async () => {
    const listing = await start('1', '2');
    cardAt(0).remove();
    await vi.waitFor(() => expect(listing.state().cards).toBe(1));
    expect(onRead.mock.lastCall?.[0].map(numberOf)).toEqual(['2']);
  });

  test('and come back have one button as before', async () => {
    const listing = await start('1', '2');
    const card = cardAt(0);
    card.remove();
    await vi.waitFor(() => expect(listing.state().cards).toBe(1));
    document.body.prepend(card);
    await vi.waitFor(() => expect(listing.state().cards).toBe(2));
    expect(hostsIn(card)).toHaveLength(1);
    press(buttonOf(card));
    await vi.waitFor(() => expect(words()).toEqual(['Saved', 'Save']));
  });

  test('and throw our button out get it back', async () => {
    await start('1');
    hostsIn(cardAt(0))[0]?.remove();
    await vi.waitFor(() => expect(hostsIn(cardAt(0))).toHaveLength(1));
    expect(words()).toEqual(['Save']);
  });

  test('belong to another listing once the address has changed', async () => {
    await start('1');
    history.pushState(null, '', '/papers/date/2026-09-29');
    document.body.append(makeCard('2'));
    await vi.waitFor(() => expect(hostsIn(cardAt(1))).toHaveLength(1));
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(questions('saveCards')).toHaveLength(1));
    expect(questions('saveCards')[0]?.cards[0]?.listing).toMatch(/\/papers\/date\/2026-09-29$/);
  });

  test('read after the address has changed belong to the listing that is there then', async () => {
    const numbers = Array.from({ length: 150 }, (_, index) => String(index));
    // After the first hundred have their buttons and before the rest is read, the page takes another address.
    const moving = new MutationObserver(() => {
      moving.disconnect();
      history.pushState(null, '', '/papers/date/2026-09-29');
    });
    const main = document.createElement('main');
    main.append(...numbers.map((number) => makeCard(number)));
    document.body.append(main);
    moving.observe(main, { childList: true, subtree: true });
    await start();
    const later = () =>
      questions('sightCards')
        .flatMap(({ cards }) => cards)
        .filter((card) => Number(numberOf(card)) >= 100);
    await vi.waitFor(() => expect(later()).not.toHaveLength(0));
    for (const card of later()) expect(card.listing).toMatch(/\/papers\/date\/2026-09-29$/);
  });

  test('and stand on another listing now are asked about again', async () => {
    const listing = await start('1');
    saved.add('1');
    history.pushState(null, '', '/papers/date/2026-09-29');
    document.body.append(makeCard('2'));
    await vi.waitFor(() => expect(numbersIn('sightCards').slice(1).flat()).toContain('1'));
    const again = questions('sightCards').slice(1);
    for (const { listing: address } of again.flatMap(({ cards }) => cards))
      expect(address).toMatch(/\/papers\/date\/2026-09-29$/);
    await vi.waitFor(() => expect(words()).toEqual(['Saved', 'Save']));
    expect(listing.state()).toEqual({ cards: 2, saved: 1 });
  });
});

describe('an answer that comes late', () => {
  test('does not mark a card that shows another paper by now', async () => {
    await start('1');
    const answer = held<Answer>();
    answers.saveCards = () => answer.answer;
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(questions('saveCards')).toHaveLength(1));
    const link = cardAt(0).querySelector('a');
    link?.setAttribute('href', '/papers/2');
    link?.replaceChildren('Paper 2');
    await vi.waitFor(() => expect(names()).toEqual(['Save to Offprint: Paper 2']));
    answer.give({ ok: true, value: { saved: [true], undoable: true } });
    await settled();
    expect(names()).toEqual(['Save to Offprint: Paper 2']);
  });

  test('to whether it is saved does not unsay that it is being saved', async () => {
    const listing = await start('1');
    const sight = held<Answer>();
    answers.sightCards = () => sight.answer;
    const save = held<Answer>();
    answers.saveCards = () => save.answer;
    const before = questions('sightCards').length;
    listing.askSoon();
    await vi.waitFor(() => expect(questions('sightCards')).toHaveLength(before + 1));
    press(buttonOf(cardAt(0)));
    expect(words()).toEqual(['Saving']);
    sight.give({ ok: true, value: { saved: [false], undoable: false } });
    await settled();
    expect(words()).toEqual(['Saving']);
    save.give({ ok: true, value: { saved: [true], undoable: true } });
    await vi.waitFor(() => expect(words()).toEqual(['Saved']));
  });

  test('to whether it is saved, asked before it was, does not unsay that it is', async () => {
    const listing = await start('1');
    const sight = held<Answer>();
    answers.sightCards = () => sight.answer;
    const before = questions('sightCards').length;
    listing.askSoon();
    await vi.waitFor(() => expect(questions('sightCards')).toHaveLength(before + 1));
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(words()).toEqual(['Saved']));
    sight.give({ ok: true, value: { saved: [false], undoable: false } });
    await settled();
    expect(words()).toEqual(['Saved']);
  });
});

describe('a change of the library', () => {
  test('is asked about once, however many there are in quick succession', async () => {
    const listing = await start('1', '2');
    saved.add('2');
    for (let count = 0; count < 5; count++) listing.askSoon();
    await vi.waitFor(() => expect(words()).toEqual(['Save', 'Saved']));
    expect(numbersIn('sightCards')).toEqual([
      ['1', '2'],
      ['1', '2'],
    ]);
  });

  test('is not asked about for cards that are being saved', async () => {
    const listing = await start('1', '2');
    answers.saveCards = () => held().answer;
    press(buttonOf(cardAt(0)));
    listing.askSoon();
    await vi.waitFor(() => expect(numbersIn('sightCards')).toEqual([['1', '2'], ['2']]));
  });

  test('is asked about again only when the question before it was answered', async () => {
    const listing = await start('1');
    const slow = held<Answer>();
    answers.sightCards = () => slow.answer;
    listing.askSoon();
    await vi.waitFor(() => expect(questions('sightCards')).toHaveLength(2));
    for (let count = 0; count < 3; count++) {
      listing.askSoon();
      await pastGathering();
    }
    expect(questions('sightCards')).toHaveLength(2);
    slow.give({ ok: true, value: { saved: [false], undoable: false } });
    await vi.waitFor(() => expect(questions('sightCards')).toHaveLength(3));
    await pastGathering();
    expect(questions('sightCards')).toHaveLength(3);
  });

  test('waits for the end of "Save all" with its question', async () => {
    const listing = await start('1', '2');
    const save = held<Answer>();
    answers.saveCards = () => save.answer;
    press(main());
    await vi.waitFor(() => expect(questions('saveCards')).toHaveLength(1));
    document.body.append(makeCard('3'));
    await vi.waitFor(() => expect(questions('sightCards')).toHaveLength(2)); // about the new card alone
    listing.askSoon();
    await pastGathering();
    expect(questions('sightCards')).toHaveLength(2);
    save.give({ ok: true, value: { saved: [true, true], undoable: true } });
    await vi.waitFor(() => expect(numbersIn('sightCards').at(-1)).toEqual(['1', '2', '3']));
  });
});

describe('after an update underneath the page', () => {
  const offer = 'Save to Offprint after a reload: Offprint was updated, so this page must be loaded again.';

  test('a press asks for a reload, and the next one reloads', async () => {
    await start('1', '2');
    cutOff();
    press(buttonOf(cardAt(0)));
    expect(names()).toEqual([offer, offer]);
    expect(main().dataset.word).toBe('Reload to save');
    expect(reload).not.toHaveBeenCalled();
    await settled();
    expect(questions('saveCards')).toEqual([]);
    press(buttonOf(cardAt(1)));
    expect(reload).toHaveBeenCalledTimes(1);
  });

  test('"Save all" reloads', async () => {
    await start('1', '2');
    cutOff();
    press(main());
    expect(reload).toHaveBeenCalledTimes(1);
    expect(questions('saveCards')).toEqual([]);
  });

  test('an answer that was under way is not taken for one', async () => {
    await start('1');
    const answer = held<Answer>();
    answers.saveCards = () => answer.answer;
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(questions('saveCards')).toHaveLength(1));
    cutOff();
    answer.give({ ok: true, value: { saved: [true], undoable: true } });
    await vi.waitFor(() => expect(names()).toEqual([offer]));
  });

  test('words of a failure give way to those of the reload', async () => {
    await start('1', '2');
    answers.saveCards = failed('full');
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(words()).toEqual(['Failed', 'Save']));
    cutOff();
    press(buttonOf(cardAt(0)));
    expect(names()).toEqual([offer, offer]);
    expect(sentence()).toBe('');
  });

  test('new cards get no buttons that could not save', async () => {
    await start('1', '2');
    cutOff();
    document.body.append(makeCard('3'));
    await vi.waitFor(() => expect(main().dataset.word).toBe('Reload to save'));
    expect(hostsIn(cardAt(2))).toEqual([]);
  });
});
