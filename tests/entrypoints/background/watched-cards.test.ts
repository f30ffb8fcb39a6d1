import { beforeEach, describe, expect, test } from 'vitest';
import { createWatchedCards, type WatchedCards } from '@/entrypoints/background/watched-cards';
import { at, card, MONDAY, TUESDAY } from '@/tests/storage/cards';
import type { PaperCard } from '@/utils/paper/schema';
import { LANTERNS, manyCards, SALT } from './worker';

const [FIRST, SECOND] = ['page 1', 'page 2'] as const;

let watched: WatchedCards;
beforeEach(() => {
  watched = createWatchedCards();
});

const note = (tab: number, page: string, cards: readonly PaperCard[], states: readonly boolean[]) =>
  watched.note({ tab, page, listing: cards[0]?.listing ?? '' }, cards, states, at(0));

function told() {
  return [...watched.pages()].map(({ tab, page, cards }) => [
    tab,
    page,
    [...cards.values()].map(({ card: { title }, told: state }) => [title, state]),
  ]);
}

describe('a page', () => {
  test('is known with each of its cards and what it was told of it last', () => {
    watched.begin(1, FIRST);
    watched.begin(2, SECOND);
    note(1, FIRST, [LANTERNS], [false]);
    note(1, FIRST, [SALT, LANTERNS], [true, true]);
    note(2, SECOND, [SALT], [false]);
    expect(told()).toEqual([
      [
        1,
        FIRST,
        [
          [LANTERNS.title, true],
          [SALT.title, true],
        ],
      ],
      [2, SECOND, [[SALT.title, false]]],
    ]);
  });

  test('that asked about some of its cards only is unknown: the rest would never be looked at', () => {
    note(1, FIRST, [LANTERNS], [true]);
    expect(told()).toEqual([]);
  });

  test('that asks about all again begins anew', () => {
    watched.begin(1, FIRST);
    note(1, FIRST, [LANTERNS, SALT], [true, true]);
    watched.begin(1, FIRST);
    note(1, FIRST, [SALT], [false]);
    expect(told()).toEqual([[1, FIRST, [[SALT.title, false]]]]);
  });

  test('that was loaded again takes the place of the one before', () => {
    watched.begin(1, FIRST);
    note(1, FIRST, [LANTERNS], [true]);
    watched.begin(1, SECOND);
    note(1, FIRST, [LANTERNS], [false]); // an answer that came late
    note(1, SECOND, [SALT], [true]);
    expect(told()).toEqual([[1, SECOND, [[SALT.title, true]]]]);
  });

  test('that goes is forgotten', () => {
    watched.begin(1, FIRST);
    watched.begin(2, SECOND);
    watched.forget(1);
    watched.forget(7);
    note(1, FIRST, [LANTERNS], [true]);
    expect(told()).toEqual([[2, SECOND, []]]);
  });

  test('shows the listing that its last cards stand on', () => {
    const listings = () => [...watched.pages()].map(({ listing }) => listing);
    watched.begin(1, FIRST);
    note(1, FIRST, [LANTERNS], [true]);
    expect(listings()).toEqual([MONDAY]);
    note(1, FIRST, [{ ...LANTERNS, listing: TUESDAY }], [true]);
    expect(listings()).toEqual([TUESDAY]);
    note(1, FIRST, [], []);
    expect(listings()).toEqual([TUESDAY]);
  });
});

describe('a card', () => {
  const keysOf = () =>
    [...watched.pages()].flatMap(({ cards }) => [...cards.values()].map(({ keys }) => keys));

  test('is found by its number and its title', () => {
    watched.begin(1, FIRST);
    note(1, FIRST, [LANTERNS], [false]);
    expect(keysOf()).toEqual([expect.arrayContaining(['arxiv:2609.00001'])]);
    expect(keysOf()[0]?.some((key) => key.includes('lanterns'))).toBe(true);
  });

  test('that is told without a state, or has no name, does no harm', () => {
    watched.begin(1, FIRST);
    note(1, FIRST, [LANTERNS, card()], [false]);
    note(1, FIRST, [card()], [false]);
    expect(keysOf()).toEqual([expect.any(Array), []]);
  });
});

test('of a list that is too long nothing is remembered, also of what it asks later', () => {
  watched.begin(1, FIRST);
  watched.begin(2, SECOND);
  const cards = manyCards(10_100);
  const some = (from: number, to: number) => {
    const part = cards.slice(from, to);
    note(
      1,
      FIRST,
      part,
      part.map(() => false),
    );
  };
  some(0, 10_000);
  expect(told()).toHaveLength(2);
  some(10_000, 10_001);
  expect(told()).toEqual([[2, SECOND, []]]);
  some(10_001, 10_100);
  expect(told()).toEqual([[2, SECOND, []]]);
});
