// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { CardsOnPage } from '@/utils/messages';
import { press } from '../closed-roots';
import {
  buttonOf,
  cardAt,
  change,
  control,
  failed,
  held,
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
