// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { PaperCard } from '@/utils/paper/schema';
import { press } from './closed-roots';
import {
  type Answer,
  buttonOf,
  cardAt,
  cards,
  change,
  cutOff,
  failed,
  held,
  hostsIn,
  later,
  main,
  makeCard,
  names,
  numberOf,
  numbersIn,
  offer,
  questions,
  readAgain,
  sample,
  sentence,
  settled,
  start,
  undo,
  words,
} from './sample-page';

describe('a page', () => {
  test('gets a button on each card, which says whether its paper is saved', async () => {
    sample.saved.add('2');
    const listing = await start('1', '2');
    expect(names()).toEqual(['Save to Offprint: Paper 1', 'Saved in Offprint: Paper 2']);
    expect(listing.state()).toEqual({ cards: 2, saved: 1 });
    expect(offer()).toBe('Save all: 1 left');
    expect(sample.onRead.mock.lastCall?.[0].map(numberOf)).toEqual(['1', '2']);
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

  test('with one paper twice has a button on each, which speak alike of one paper', async () => {
    const listing = await start('1', '2', '1');
    expect(listing.state()).toEqual({ cards: 2, saved: 0 });
    expect(numbersIn('sightCards').flat()).toEqual(['1', '2']);
    press(buttonOf(cardAt(2)));
    expect(words()).toEqual(['Saving', 'Save', 'Saving']);
    await vi.waitFor(() => expect(words()).toEqual(['Saved', 'Save', 'Saved']));
    expect(listing.state()).toEqual({ cards: 2, saved: 1 });
    cardAt(0).remove();
    await readAgain();
    expect(words()).toEqual(['Save', 'Saved']);
    expect(listing.state()).toEqual({ cards: 2, saved: 1 });
  });

  test('that takes long to read is read in slices, and its first cards have buttons before', async () => {
    const seen: number[] = [];
    sample.reading = () => {
      seen.push(document.querySelectorAll('offprint-save').length);
      later(20);
    };
    await start('1', '2', '3');
    expect(seen).toEqual([0, 1, 2]);
  });
});

describe('cards that change', () => {
  test('and come later get a button', async () => {
    const listing = await start('1');
    sample.saved.add('2');
    document.body.append(makeCard('2'));
    await vi.waitFor(() => expect(hostsIn(cardAt(1))).toHaveLength(1));
    await vi.waitFor(() => expect(words()).toEqual(['Save', 'Saved']));
    expect(numbersIn('sightCards')).toEqual([['1'], ['2']]);
    expect(listing.state()).toEqual({ cards: 2, saved: 1 });
  });

  test('to another paper show that paper’s state, with one button', async () => {
    sample.saved.add('1');
    const listing = await start('1');
    expect(words()).toEqual(['Saved']);
    change(cardAt(0), '2');
    await vi.waitFor(() => expect(names()).toEqual(['Save to Offprint: Paper 2']));
    await vi.waitFor(() => expect(numbersIn('sightCards')).toEqual([['1'], ['2']]));
    expect(listing.state()).toEqual({ cards: 1, saved: 0 });
  });

  test('to a paper that the page shows already know its state at once', async () => {
    sample.saved.add('1');
    const listing = await start('1', '2');
    change(cardAt(1), '1');
    await vi.waitFor(() => expect(words()).toEqual(['Saved', 'Saved']));
    expect(listing.state()).toEqual({ cards: 1, saved: 1 });
    expect(questions('sightCards')).toHaveLength(1);
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
    expect(sample.onRead.mock.lastCall?.[0].map(numberOf)).toEqual(['2']);
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
});

describe('an address that changes without a load', () => {
  const NEXT = '/papers/date/2026-09-29';
  /** By number, where cards were said to stand. */
  const places = (list: readonly PaperCard[]) =>
    Object.fromEntries(list.map((card) => [numberOf(card), new URL(card.listing ?? '').pathname]));
  const asked = () => questions('sightCards').flatMap((question) => question.cards);
  const pageAt = (type: string) =>
    questions(type).map((question) => new URL(question.listing ?? '').pathname);

  test('files what comes then under the new listing, and what was read before stays with the one before', async () => {
    await start('1');
    history.pushState(null, '', NEXT);
    document.body.append(makeCard('2'));
    await vi.waitFor(() => expect(hostsIn(cardAt(1))).toHaveLength(1));
    for (const [index, type] of [1, 2].entries()) {
      press(buttonOf(cardAt(index)));
      await vi.waitFor(() => expect(questions('saveCards')).toHaveLength(type));
    }
    expect(places(questions('saveCards').flatMap((question) => question.cards))).toEqual({
      1: '/papers',
      2: NEXT,
    });
    expect(pageAt('saveCards')).toEqual([NEXT, NEXT]); // both are undone on the page as it is now
  });

  test('tells nobody that what was read before stands on the new listing', async () => {
    const listing = await start('1', '2');
    sample.saved.add('2');
    history.pushState(null, '', NEXT);
    change(cardAt(1), undefined, 'Paper 2'); // the page touches it, and leaves it as it is
    cardAt(0).append('a mark');
    document.body.append(makeCard('3'));
    await vi.waitFor(() => expect(numbersIn('sightCards').slice(1)).toEqual([['3']]));
    expect(places(asked())).toEqual({ 1: '/papers', 2: '/papers', 3: NEXT });
    expect(listing.state().cards).toBe(3);
  });

  test('that shows other papers in the same elements files these under the new one', async () => {
    await start('1');
    history.pushState(null, '', NEXT);
    change(cardAt(0), '2');
    await vi.waitFor(() => expect(places(asked())).toEqual({ 1: '/papers', 2: NEXT }));
  });

  test('without anything new asks for what can be undone there', async () => {
    await start('1', '2');
    sample.undoable = true;
    history.pushState(null, '', NEXT);
    document.body.append(document.createElement('p'));
    await vi.waitFor(() => expect(undo()).not.toBeNull());
    expect(numbersIn('sightCards').slice(1)).toEqual([['1']]);
    expect(places(asked())).toEqual({ 1: '/papers', 2: '/papers' });
    expect(pageAt('sightCards').at(-1)).toBe(NEXT);
  });

  test.each([
    ['a list that lasts', '/papers/date/2026-09-29', undefined],
    ['any other', '/papers?q=lamps', true],
  ])('to %s says whether it was passing', async (_, address, passing) => {
    await start('1');
    history.pushState(null, '', address);
    document.body.append(makeCard('2'));
    await vi.waitFor(() => expect(numbersIn('sightCards').slice(1)).toEqual([['2']]));
    expect(asked().map((card) => card.passing)).toEqual([undefined, passing]);
    history.pushState(null, '', '/papers'); // back to where the page was loaded
    document.body.append(makeCard('3'));
    await vi.waitFor(() => expect(numbersIn('sightCards').at(-1)).toEqual(['3']));
    expect(asked().at(-1)?.passing).toBeUndefined();
  });

  test('to that of another paper does not make the paper on the page another one', async () => {
    history.replaceState(null, '', '/papers/1');
    sample.own = true;
    const listing = await start('1');
    history.pushState(null, '', '/papers/2');
    cardAt(0).append('a spinner');
    await readAgain();
    expect(names()).toEqual(['Save to Offprint: Paper 1']);
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(numbersIn('saveCards')).toEqual([['1']]));
    await vi.waitFor(() => expect(listing.state()).toEqual({ cards: 1, saved: 1 }));
    change(cardAt(0), undefined, 'Paper 2');
    await vi.waitFor(() => expect(numbersIn('sightCards').at(-1)).toEqual(['2']));
    expect(places(asked())).toEqual({ 1: '/papers/1', 2: '/papers/2' });
  });

  test.each([1, 2, 3])(
    'while card %i of three is read files those after it under the new one',
    async (nth) => {
      let count = 0;
      sample.reading = () => {
        later(20); // so that each card is a slice of its own
        if (++count === nth) setTimeout(() => history.pushState(null, '', NEXT));
      };
      const listing = await start('1', '2', '3');
      if (nth === 3) document.body.append(document.createElement('p')); // nothing is read any more: the page tells it
      const expected = Object.fromEntries([1, 2, 3].map((card) => [card, card <= nth ? '/papers' : NEXT]));
      await vi.waitFor(() => expect(places(sample.onRead.mock.lastCall?.[0] ?? [])).toEqual(expected));
      await listing.saveAll();
      expect(numbersIn('saveCards')).toEqual([['1', '2', '3']]);
      expect(places(questions('saveCards').flatMap((question) => question.cards))).toEqual(expected);
    },
  );
});

describe('after an update underneath the page', () => {
  const reloading =
    'Save to Offprint after a reload: Offprint was updated, so this page must be loaded again.';

  test('a press asks for a reload, and the next one reloads', async () => {
    await start('1', '2');
    cutOff();
    press(buttonOf(cardAt(0)));
    expect(names()).toEqual([reloading, reloading]);
    expect(offer()).toBe('Reload to save');
    expect(sample.reload).not.toHaveBeenCalled();
    await settled();
    expect(questions('saveCards')).toEqual([]);
    press(buttonOf(cardAt(1)));
    expect(sample.reload).toHaveBeenCalledTimes(1);
  });

  test('"Save all" reloads', async () => {
    await start('1', '2');
    cutOff();
    press(main());
    expect(sample.reload).toHaveBeenCalledTimes(1);
    expect(questions('saveCards')).toEqual([]);
  });

  test('an answer that was under way is not taken for one', async () => {
    await start('1');
    const answer = held<Answer>();
    sample.answers.saveCards = () => answer.answer;
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(questions('saveCards')).toHaveLength(1));
    cutOff();
    answer.give({ ok: true, value: { saved: [true], undoable: true } });
    await vi.waitFor(() => expect(names()).toEqual([reloading]));
  });

  test('words of a failure give way to those of the reload', async () => {
    await start('1', '2');
    sample.answers.saveCards = failed('full');
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(words()).toEqual(['Failed', 'Save']));
    cutOff();
    later(1000);
    press(buttonOf(cardAt(0)));
    expect(names()).toEqual([reloading, reloading]);
    expect(sentence()).toBe('');
  });

  test('new cards get no buttons that could not save', async () => {
    await start('1', '2');
    cutOff();
    document.body.append(makeCard('3'));
    await vi.waitFor(() => expect(offer()).toBe('Reload to save'));
    expect(hostsIn(cardAt(2))).toEqual([]);
    expect(cards()).toHaveLength(3);
  });
});
