// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import type { SaveButton, SaveState } from '@/entrypoints/listing/buttons/save-button';
import { type Cards, createCards, type Entry, isBusy, tellEntry } from '@/entrypoints/listing/page/cards';
import { card, TUESDAY } from '@/tests/storage/cards';
import type { FailureCode } from '@/utils/messages';

const LANTERNS = card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns' });
const SALT = card({ identifiers: { arxiv: '2609.00002' }, title: 'Salt' });

let cards: Cards;
let made: SaveButton[];
beforeEach(() => {
  cards = createCards();
  made = [];
});

const element = () => document.createElement('article');

function create(): SaveButton {
  const button = { host: document.createElement('offprint-save'), show: () => {} };
  made.push(button);
  return button;
}

const put = (where: Element, said = LANTERNS) => cards.put(where, said, create);

describe('an element', () => {
  test('shows the paper that was put there, with a button', () => {
    const one = element();
    expect(put(one)).toBe(true);
    expect(cards.at(one)).toMatchObject({ card: LANTERNS, state: 'save' });
    expect([...(cards.at(one)?.buttons ?? [])]).toEqual([[one, made[0]]]);
    expect(cards.elements()).toEqual([one]);
    expect(cards.of(cards.at(one)?.key ?? '')).toBe(cards.at(one));
  });

  test('that is read again is no news, keeps its button and state, and has what the card says now', () => {
    const one = element();
    put(one);
    const entry = cards.at(one) as Entry;
    entry.state = 'saved';
    expect(put(one, { ...LANTERNS, upvotes: 3 })).toBe(false);
    expect(cards.at(one)).toBe(entry);
    expect(entry).toMatchObject({ state: 'saved', card: { upvotes: 3 } });
    expect(made).toHaveLength(1);
  });

  test('on another listing is news, with the state it had', () => {
    const one = element();
    put(one);
    (cards.at(one) as Entry).state = 'saved';
    expect(put(one, { ...LANTERNS, listing: TUESDAY })).toBe(true);
    expect(cards.at(one)).toMatchObject({ state: 'saved', card: { listing: TUESDAY } });
  });

  test('with another paper keeps its button, and the one before is forgotten', () => {
    const one = element();
    put(one);
    const before = cards.at(one) as Entry;
    expect(put(one, SALT)).toBe(true);
    expect(made).toHaveLength(1);
    expect(cards.at(one)?.buttons.get(one)).toBe(made[0]);
    expect(cards.all().map((entry) => entry.card)).toEqual([SALT]);
    expect(cards.of(before.key)).toBeUndefined();
    expect(before.buttons.size).toBe(0); // a late answer draws nothing
  });

  test('without a card any more loses its button', () => {
    const one = element();
    put(one);
    one.append(made[0]?.host as Node);
    cards.drop(one);
    expect(one.childNodes).toHaveLength(0);
    expect([cards.at(one), cards.all(), cards.elements()]).toEqual([undefined, [], []]);
    cards.drop(element()); // there was none
  });
});

describe('a paper that several elements show', () => {
  test('is one, is news once, and has a button on each', () => {
    const [one, other] = [element(), element()];
    expect(put(one)).toBe(true);
    expect(put(other)).toBe(false);
    expect(cards.at(other)).toBe(cards.at(one));
    expect(cards.all()).toHaveLength(1);
    expect(cards.elements()).toEqual([one, other]);
    expect(cards.at(one)?.buttons.size).toBe(2);
  });

  test('stays until the last of them is gone', () => {
    const [one, other] = [element(), element()];
    put(one);
    put(other);
    cards.drop(one);
    expect(cards.all()).toHaveLength(1);
    put(other, SALT);
    expect(cards.all().map((entry) => entry.card)).toEqual([SALT]);
    expect(put(one)).toBe(true); // it is back
  });
});

describe('what the worker said', () => {
  type Told = Parameters<typeof tellEntry>[2];
  const full = { code: 'full' } as const;

  test.each<[Parameters<typeof tellEntry>[1], SaveState, Told, SaveState]>([
    ['saveCards', 'saving', true, 'saved'],
    ['saveCards', 'saving', false, 'save'],
    ['saveCards', 'saving', 'refused', 'failed'],
    ['saveCards', 'saving', full, 'failed'],
    ['saveCards', 'saved', full, 'saved'], // one of many, told before the failure
    ['unsaveCards', 'removing', false, 'save'],
    ['unsaveCards', 'removing', true, 'saved'],
    ['unsaveCards', 'removing', full, 'saved'],
    ['sightCards', 'save', true, 'saved'],
    ['sightCards', 'save', false, 'save'],
    ['sightCards', 'save', 'unnamed', 'failed'],
    ['sightCards', 'save', full, 'save'],
    ['sightCards', 'saved', true, 'saved'],
    ['sightCards', 'saved', false, 'save'],
    ['sightCards', 'saved', full, 'saved'],
    ['sightCards', 'failed', true, 'saved'],
    ['sightCards', 'failed', false, 'failed'],
    ['sightCards', 'failed', full, 'failed'],
    ['sightCards', 'changed', true, 'saved'],
    ['sightCards', 'changed', false, 'changed'],
    ['sightCards', 'reload', full, 'reload'],
  ])('%s in state “%s”, told %j, leaves “%s”', (question, state, told, expected) => {
    const entry: Entry = { key: '', card: LANTERNS, state, buttons: new Map() };
    tellEntry(entry, question, told);
    expect(entry.state).toBe(expected);
    const why: FailureCode | undefined =
      typeof told === 'string'
        ? told
        : typeof told === 'object' && isBusy({ ...entry, state })
          ? told.code
          : undefined;
    expect(entry.failure).toBe(why);
  });

  test.each<[SaveState, boolean]>([
    ['save', false],
    ['saving', true],
    ['saved', false],
    ['removing', true],
    ['failed', false],
    ['changed', false],
    ['reload', false],
  ])('a paper in state “%s” waits for it: %s', (state, busy) => {
    expect(isBusy({ key: '', card: LANTERNS, state, buttons: new Map() })).toBe(busy);
  });
});
