// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { CardsOnPage } from '@/utils/messages';
import { forge, press, pressDown } from '../closed-roots';
import {
  type Answer,
  buttonOf,
  cardAt,
  change,
  control,
  failed,
  held,
  later,
  main,
  makeCard,
  marks,
  names,
  numbersIn,
  offer,
  questions,
  readAgain,
  sample,
  sentence,
  settled,
  start,
  statesOf,
  undo,
  words,
} from '../sample-page';

/** Longer than between two presses of a double click. */
const PAST_DOUBLE = 700;

describe('a press', () => {
  test('saves', async () => {
    const listing = await start('1', '2');
    const answer = held<Answer>();
    sample.answers.saveCards = () => answer.answer;
    press(buttonOf(cardAt(0)));
    expect(words()).toEqual(['Saving', 'Save']);
    await settled();
    expect(numbersIn('saveCards')).toEqual([['1']]);
    expect(words()).toEqual(['Saving', 'Save']); // nothing is called saved before the answer
    answer.give({ ok: true, value: { saved: [true], undoable: true } });
    await vi.waitFor(() => expect(words()).toEqual(['Saved', 'Save']));
    expect(listing.state()).toEqual({ cards: 2, saved: 1 });
    expect(undo()).toBeTruthy();
  });

  test('on a saved card removes it', async () => {
    sample.saved.add('1');
    await start('1');
    press(buttonOf(cardAt(0)));
    expect(words()).toEqual(['Removing']);
    await vi.waitFor(() => expect(words()).toEqual(['Save']));
    expect(numbersIn('unsaveCards')).toEqual([['1']]);
    expect(questions('saveCards')).toEqual([]);
  });

  test('of the page does nothing', async () => {
    await start('1', '2');
    pressDown(buttonOf(cardAt(0)), 'pointerdown', false);
    forge(buttonOf(cardAt(0)));
    forge(main());
    await settled();
    expect(questions('saveCards')).toEqual([]);
    expect(words()).toEqual(['Save', 'Save']);
  });

  test('while the last one is being answered does nothing, however long that takes', async () => {
    await start('1');
    const answer = held<Answer>();
    sample.answers.saveCards = () => answer.answer;
    press(buttonOf(cardAt(0)));
    press(buttonOf(cardAt(0)));
    later(PAST_DOUBLE);
    press(buttonOf(cardAt(0)));
    await settled();
    expect(questions('saveCards')).toHaveLength(1);
    expect(questions('unsaveCards')).toEqual([]);
    answer.give({ ok: true, value: { saved: [true], undoable: true } });
    await vi.waitFor(() => expect(words()).toEqual(['Saved']));
  });

  test('goes to the worker with the cards of this page and a run of its own', async () => {
    await start('1', '2');
    press(buttonOf(cardAt(0)));
    press(buttonOf(cardAt(1)));
    await vi.waitFor(() => expect(questions('saveCards')).toHaveLength(2));
    const [one, other] = questions('saveCards');
    expect([one?.page, other?.page]).toEqual([marks({}).page, marks({}).page]);
    expect(one?.run).not.toBe(other?.run);
  });
});

describe('a double click', () => {
  async function pressTwice(pause: number) {
    await start('1');
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(words()).toEqual(['Saved']));
    later(pause);
    press(buttonOf(cardAt(0)));
    await settled();
  }

  test('saves, and leaves it saved', async () => {
    await pressTwice(0);
    expect(words()).toEqual(['Saved']);
    expect(questions('unsaveCards')).toEqual([]);
  });

  test('is none once some time has passed', async () => {
    await pressTwice(PAST_DOUBLE);
    await vi.waitFor(() => expect(words()).toEqual(['Save']));
    expect(numbersIn('unsaveCards')).toEqual([['1']]);
  });

  test('is none on two cards', async () => {
    await start('1', '2');
    press(buttonOf(cardAt(0)));
    press(buttonOf(cardAt(1)));
    await vi.waitFor(() => expect(words()).toEqual(['Saved', 'Saved']));
  });
});

describe('what the button named is what is saved', () => {
  const CHANGED = /^Save to Offprint: the card changed, so nothing was saved\. Press again for: /;

  test.each<[string, (card: Element) => void]>([
    ['the paper', (card) => change(card, '7')],
    ['the link alone', (card) => change(card, '7', 'Paper 1')],
    ['the title alone', (card) => change(card, undefined, 'Paper 7')],
  ])('a page that changes %s under the press gets nothing saved, and the button says so', async (_, how) => {
    await start('1');
    pressDown(buttonOf(cardAt(0)));
    how(cardAt(0));
    press(buttonOf(cardAt(0)));
    await settled();
    expect(questions('saveCards')).toEqual([]);
    expect(words()).toEqual(['Changed']);
    expect(names()[0]).toMatch(CHANGED);
    await readAgain();
    expect(words()).toEqual(['Changed']); // until it is pressed again
    later(PAST_DOUBLE);
    pressDown(buttonOf(cardAt(0)));
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(words()).toEqual(['Saved']));
    expect(questions('saveCards')).toHaveLength(1);
  });

  test('also if the new paper was seen, and the button drawn, before the press ends', async () => {
    await start('1');
    pressDown(buttonOf(cardAt(0)));
    change(cardAt(0), '7');
    await vi.waitFor(() => expect(names()).toEqual(['Save to Offprint: Paper 7']));
    press(buttonOf(cardAt(0)));
    await settled();
    expect(questions('saveCards')).toEqual([]);
    expect(names()).toEqual([expect.stringMatching(CHANGED)]);
  });

  test('also if the page changed it before the press, and it was not seen yet', async () => {
    await start('1');
    change(cardAt(0), '7');
    pressDown(buttonOf(cardAt(0)));
    press(buttonOf(cardAt(0)));
    await settled();
    expect(questions('saveCards')).toEqual([]);
    expect(names()).toEqual([expect.stringMatching(CHANGED)]);
  });

  test('also with a press of the keyboard, or of what presses without a pointer', async () => {
    await start('1', '2');
    pressDown(buttonOf(cardAt(0)), 'keydown');
    for (const index of [0, 1]) change(cardAt(index), `7${index}`);
    for (const index of [0, 1]) press(buttonOf(cardAt(index)));
    await settled();
    expect(questions('saveCards')).toEqual([]);
    expect(words()).toEqual(['Changed', 'Changed']);
  });

  test('what is saved already and was not seen is not removed, and shown as saved', async () => {
    sample.saved.add('1').add('7');
    await start('1');
    change(cardAt(0), '7');
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(names()).toEqual(['Saved in Offprint: Paper 7']));
    expect(questions('unsaveCards')).toEqual([]);
    expect(questions('saveCards')).toEqual([]);
    expect([...sample.saved]).toEqual(['1', '7']);
    expect(numbersIn('sightCards')).toEqual([['1'], ['7']]);
  });

  test('a card that changed back is what was named', async () => {
    await start('1');
    pressDown(buttonOf(cardAt(0)));
    change(cardAt(0), '7');
    change(cardAt(0), '1');
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(words()).toEqual(['Saved']));
    expect(numbersIn('saveCards')).toEqual([['1']]);
  });

  test('a card that can no longer be read is not saved', async () => {
    await start('1', '2');
    const button = buttonOf(cardAt(0));
    cardAt(0).querySelector('a')?.remove();
    press(button);
    await settled();
    expect(questions('saveCards')).toEqual([]);
  });
});

describe('a failure', () => {
  test('is told on the card and beside the page, and trying again can end it', async () => {
    await start('1', '2');
    const works = sample.answers.saveCards;
    sample.answers.saveCards = failed('full');
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(words()).toEqual(['Failed', 'Save']));
    expect(names()[0]).toMatch(/^Save to Offprint failed\. The disk is full\. .*Press to try again\.$/);
    expect(sentence()).toMatch(/^The disk is full\./);
    Object.assign(sample.answers, { saveCards: works });
    later(PAST_DOUBLE);
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(words()).toEqual(['Saved', 'Save']));
    expect(sentence()).toBe('');
  });

  test('to remove leaves the card saved, and is told', async () => {
    sample.saved.add('1');
    await start('1', '2');
    sample.answers.unsaveCards = failed('unavailable');
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(sentence()).toMatch(/^The browser cannot open Offprint/));
    expect(words()).toEqual(['Saved', 'Save']);
  });

  test('of one card is told on it alone', async () => {
    await start('1', '2');
    sample.answers.saveCards = () => ({ ok: true, value: { saved: ['unnamed'], undoable: false } });
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(words()).toEqual(['Failed', 'Save']));
    expect(names()[0]).toContain('This card has no title and no number to keep it by.');
    expect(sentence()).toBe('');
  });
});

describe('an answer that comes late', () => {
  test('does not mark a card that shows another paper by now', async () => {
    await start('1');
    const answer = held<Answer>();
    sample.answers.saveCards = () => answer.answer;
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(questions('saveCards')).toHaveLength(1));
    change(cardAt(0), '2');
    await vi.waitFor(() => expect(names()).toEqual(['Save to Offprint: Paper 2']));
    answer.give({ ok: true, value: { saved: [true], undoable: true } });
    await settled();
    expect(names()).toEqual(['Save to Offprint: Paper 2']);
  });
});

describe('save all', () => {
  const many = Array.from({ length: 25 }, (_, index) => String(index));
  const told = (count: number) =>
    marks(Object.fromEntries(many.slice(0, count).map((number) => [number, true])));

  test('saves what is not saved yet, in one message', async () => {
    sample.saved.add('3');
    const listing = await start(...many);
    await listing.saveAll();
    expect(numbersIn('saveCards')).toEqual([many.filter((number) => number !== '3')]);
    expect(listing.state()).toEqual({ cards: 25, saved: 25 });
    expect(offer()).toBe('All 25 saved');
  });

  test('tells how far it is, and is not begun twice', async () => {
    const listing = await start(...many);
    const answer = held<void>();
    const works = sample.answers.saveCards;
    sample.answers.saveCards = async (question) => {
      await answer.answer;
      return works?.(question);
    };
    press(main());
    await vi.waitFor(() => expect(questions('saveCards')).toHaveLength(1));
    expect(offer()).toBe('Saving 0 of 25…');
    listing.changed(told(10));
    expect(offer()).toBe('Saving 10 of 25…');
    expect(words().filter((word) => word === 'Saved')).toHaveLength(10);
    expect(undo()).toBeNull();
    press(main());
    await listing.saveAll();
    expect(questions('saveCards')).toHaveLength(1);
    answer.give();
    await vi.waitFor(() => expect(offer()).toBe('All 25 saved'));
    expect(questions('saveCards')).toHaveLength(1);
    expect(undo()).toBeTruthy();
  });

  test('stops at a failure, says why, and goes on with the rest when pressed again', async () => {
    const listing = await start(...many);
    const works = sample.answers.saveCards;
    sample.answers.saveCards = () => {
      listing.changed(told(10));
      return failed('full')();
    };
    await listing.saveAll();
    expect(words().filter((word) => word === 'Saved')).toHaveLength(10);
    expect(words().filter((word) => word === 'Failed')).toHaveLength(15);
    expect(offer()).toBe(sentence());
    expect(main().getAttribute('aria-label')).toBe(`Save all again. ${sentence()}`);
    expect(sentence()).toMatch(/^The disk is full\./);
    for (const number of many.slice(0, 10)) sample.saved.add(number);
    Object.assign(sample.answers, { saveCards: works });
    press(main());
    await vi.waitFor(() => expect(offer()).toBe('All 25 saved'));
    expect(sentence()).toBe('');
    const [first, second] = questions('saveCards');
    expect(second?.cards).toHaveLength(15);
    expect(second?.run).not.toBe(first?.run); // pressed again is another step
  });

  test('of very many is one step to undo in several messages, and stops at the first that fails', async () => {
    const numbers = Array.from({ length: 401 }, (_, index) => String(index));
    const listing = await start(...numbers);
    const works = sample.answers.saveCards;
    sample.answers.saveCards = failed('full');
    await listing.saveAll();
    expect(questions('saveCards')).toHaveLength(1);
    Object.assign(sample.answers, { saveCards: works });
    await listing.saveAll();
    const [, second, third, ...others] = questions('saveCards');
    expect([second?.cards.length, third?.cards.length, others]).toEqual([400, 1, []]);
    expect(third?.run).toBe(second?.run);
    expect(listing.state()).toEqual({ cards: 401, saved: 401 });
  });

  test('saves the nine good cards beside a bad one, which says so', async () => {
    const numbers = many.slice(0, 10);
    const listing = await start(...numbers);
    sample.answers.saveCards = ({ cards }: CardsOnPage) => {
      const answer = statesOf(cards);
      if (answer.ok) answer.value.saved = cards.map((_, index) => (index === 4 ? 'refused' : true));
      return answer;
    };
    await listing.saveAll();
    expect(words()).toEqual(numbers.map((number) => (number === '4' ? 'Failed' : 'Saved')));
    expect(names()[4]).toMatch(/Offprint refused this request\./);
    expect(listing.state()).toEqual({ cards: 10, saved: 9 });
    expect(offer()).toBe('Save all: 1 left');
  });

  test('saves all others if one is too large for any message, which says so', async () => {
    const listing = await start('1', '2');
    const huge = makeCard('0');
    sample.answers.sightCards = failed('unavailable');
    document.body.append(huge);
    await readAgain();
    huge.dataset.abstract = 'x'.repeat(2_000_001);
    change(huge, '9');
    await readAgain();
    expect(words()[2]).toBe('Failed');
    await listing.saveAll();
    expect(numbersIn('saveCards')).toEqual([['1', '2']]);
    expect(words()).toEqual(['Saved', 'Saved', 'Failed']);
    expect(names()[2]).toContain('This is too large to keep.');
  });

  test('has nothing to ask when all is saved', async () => {
    sample.saved.add('1');
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

  const pressUndo = () => press(control().getByRole('button', { name: /^Undo/ }));

  test('takes back what was done on this listing, and the marks follow', async () => {
    await savedOne();
    sample.answers.undoOnListing = () => {
      sample.saved.clear();
      sample.undoable = false;
      return { ok: true, value: null };
    };
    pressUndo();
    await vi.waitFor(() => expect(words()).toEqual(['Save', 'Save']));
    expect(sample.asked.filter(({ type }) => type === 'undoOnListing')).toEqual([
      { type: 'undoOnListing', data: { site: 'sample', listing: location.href } },
    ]);
    expect(undo()).toBeNull();
  });

  test('that fails says why', async () => {
    await savedOne();
    sample.answers.undoOnListing = failed('full');
    pressUndo();
    await vi.waitFor(() => expect(sentence()).toMatch(/^The disk is full\./));
    expect(words()).toEqual(['Saved', 'Save']);
  });

  test('that is never answered says that nobody knows', async () => {
    await savedOne();
    sample.answers.undoOnListing = () => {
      throw new Error('stopped');
    };
    pressUndo();
    await vi.waitFor(() => expect(sentence()).toMatch(/^Something went wrong/));
  });

  test('that had nothing left to undo is no failure', async () => {
    await savedOne();
    sample.answers.undoOnListing = failed('refused');
    pressUndo();
    await vi.waitFor(() => expect(questions('sightCards')).toHaveLength(2));
    await settled();
    expect(sentence()).toBe('');
  });
});
