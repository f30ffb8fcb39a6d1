// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { press } from '../closed-roots';
import {
  type Answer,
  buttonOf,
  cardAt,
  change,
  failed,
  held,
  hostsIn,
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
  undo,
  words,
} from '../sample-page';

const many = (count: number) => Array.from({ length: count }, (_, index) => String(index));

describe('a page asks', () => {
  test('about very many cards in several messages, one after the other', async () => {
    const first = held();
    sample.answers.sightCards = () => first.answer;
    await start(...many(120));
    await vi.waitFor(() => expect(hostsIn(cardAt(119))).toHaveLength(1));
    await settled();
    expect(questions('sightCards')).toHaveLength(1);
    first.give({ ok: false, code: 'unavailable' });
    await vi.waitFor(() => expect(numbersIn('sightCards').flat()).toEqual(many(120)));
    for (const { cards } of questions('sightCards')) expect(cards.length).toBeLessThanOrEqual(100);
  });

  test('each thing under a run of its own, always as the same page', async () => {
    await start('1');
    document.body.append(makeCard('2'));
    await vi.waitFor(() => expect(questions('sightCards')).toHaveLength(2));
    const [one, other] = questions('sightCards');
    expect(other?.page).toBe(one?.page);
    expect(other?.run).not.toBe(one?.run);
    for (const id of [one?.page, one?.run]) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  test('about all first, and says so', async () => {
    const listing = await start(...many(120));
    await vi.waitFor(() => expect(numbersIn('sightCards').flat()).toHaveLength(120));
    const beginnings = () => questions('sightCards').map(({ first }) => first === true);
    expect(beginnings().indexOf(true)).toBe(0);
    expect(beginnings().lastIndexOf(true)).toBe(0);
    const before = beginnings().length;
    listing.changed();
    await vi.waitFor(() => expect(numbersIn('sightCards').flat()).toHaveLength(240));
    expect(beginnings().slice(before).indexOf(true)).toBe(0);
    expect(beginnings().slice(before).lastIndexOf(true)).toBe(0);
  });

  test('about new cards also after cards changed that are none', async () => {
    await start('1');
    cardAt(0).append(document.createElement('p'));
    await readAgain();
    sample.saved.add('2');
    document.body.append(makeCard('2'));
    await vi.waitFor(() => expect(words()).toEqual(['Save', 'Saved']));
  });

  test('about all others if one is too large for any message, which says so', async () => {
    const huge = makeCard('0');
    huge.dataset.abstract = 'x'.repeat(2_000_001);
    document.body.append(huge);
    sample.saved.add('2');
    await start('1', '2');
    await vi.waitFor(() => expect(words()).toEqual(['Failed', 'Save', 'Saved']));
    expect(names()[0]).toContain('This is too large to keep.');
    expect(numbersIn('sightCards').flat()).toEqual(['1', '2']);
  });

  test('and hears of the bad card among good ones', async () => {
    sample.answers.sightCards = () => ({
      ok: true,
      value: { saved: [true, 'refused', false], undoable: false },
    });
    await start('1', '2', '3');
    expect(words()).toEqual(['Saved', 'Failed', 'Save']);
    expect(names()[1]).toMatch(/^Save to Offprint failed\. Offprint refused this request\./);
    expect(sentence()).toBe('');
  });

  test('in vain, says so, and forgets it once asking works', async () => {
    const works = sample.answers.sightCards;
    sample.answers.sightCards = failed('unavailable');
    const listing = await start('1', '2');
    expect(sentence()).toMatch(/^The browser cannot open Offprint/);
    expect(words()).toEqual(['Save', 'Save']);
    sample.saved.add('1');
    Object.assign(sample.answers, { sightCards: works });
    listing.changed();
    await vi.waitFor(() => expect(words()).toEqual(['Saved', 'Save']));
    expect(sentence()).toBe('');
  });
});

describe('a change of the library', () => {
  test('that is told with marks is shown, and nothing is asked', async () => {
    const listing = await start('1', '2', '3');
    listing.changed(marks({ 2: true, 3: 'unnamed' }, true));
    expect(words()).toEqual(['Save', 'Saved', 'Failed']);
    expect(undo()).toBeTruthy();
    listing.changed(marks({ 2: false }));
    expect(words()).toEqual(['Save', 'Save', 'Failed']);
    expect(undo()).toBeNull();
    listing.changed(marks({}));
    await settled();
    expect(words()).toEqual(['Save', 'Save', 'Failed']);
    expect(questions('sightCards')).toHaveLength(1);
    expect(listing.state()).toEqual({ cards: 3, saved: 0 });
  });

  test('without marks is asked about, once for those that come before the answer', async () => {
    const listing = await start('1', '2');
    sample.saved.add('2');
    const slow = held();
    const works = sample.answers.sightCards;
    sample.answers.sightCards = () => slow.answer;
    listing.changed();
    await vi.waitFor(() => expect(questions('sightCards')).toHaveLength(2));
    for (let count = 0; count < 5; count++) listing.changed();
    await settled();
    expect(questions('sightCards')).toHaveLength(2);
    Object.assign(sample.answers, { sightCards: works });
    slow.give({ ok: true, value: { saved: [false, false], undoable: false } });
    await vi.waitFor(() => expect(words()).toEqual(['Save', 'Saved']));
    expect(numbersIn('sightCards')).toEqual([
      ['1', '2'],
      ['1', '2'],
      ['1', '2'],
    ]);
  });

  test('is not asked about for cards that are being saved', async () => {
    const listing = await start('1', '2');
    sample.answers.saveCards = () => held().answer;
    press(buttonOf(cardAt(0)));
    listing.changed();
    await vi.waitFor(() => expect(numbersIn('sightCards')).toEqual([['1', '2'], ['2']]));
  });

  test('is asked about nowhere if the page shows no card, and then about its first', async () => {
    const listing = await start();
    listing.changed();
    await settled();
    expect(questions('sightCards')).toEqual([]);
    sample.saved.add('1');
    document.body.append(makeCard('1'));
    await vi.waitFor(() => expect(words()).toEqual(['Saved']));
    expect(questions('sightCards')[0]?.first).toBe(true);
  });

  test('does not unsay that a card is being saved, or removed', async () => {
    sample.saved.add('2');
    const listing = await start('1', '2');
    const [save, remove] = [held<Answer>(), held<Answer>()];
    Object.assign(sample.answers, { saveCards: () => save.answer, unsaveCards: () => remove.answer });
    press(buttonOf(cardAt(0)));
    press(buttonOf(cardAt(1)));
    listing.changed(marks({ 1: false, 2: true }));
    listing.changed(marks({ 1: 'refused', 2: false }));
    expect(words()).toEqual(['Saving', 'Removing']);
    listing.changed(marks({ 1: true }));
    expect(words()).toEqual(['Saved', 'Removing']); // progress
    remove.give({ ok: true, value: { saved: [false], undoable: true } });
    await vi.waitFor(() => expect(words()).toEqual(['Saved', 'Save']));
  });

  test('is not forgotten by a failure of saving that was told', async () => {
    const listing = await start('1', '2');
    sample.answers.saveCards = failed('full');
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(words()).toEqual(['Failed', 'Save']));
    listing.changed();
    await vi.waitFor(() => expect(questions('sightCards')).toHaveLength(2));
    await settled();
    listing.changed(marks({ 1: false, 2: true }));
    expect(words()).toEqual(['Failed', 'Saved']);
    expect(sentence()).toMatch(/^The disk is full\./);
    listing.changed(marks({ 1: true }));
    expect(words()).toEqual(['Saved', 'Saved']);
  });

  test('of another page, or of a card that is gone, is nothing', async () => {
    const listing = await start('1', '2');
    listing.changed({ ...marks({ 1: true }, true), page: crypto.randomUUID() });
    listing.changed(marks({ 7: true }));
    expect(words()).toEqual(['Save', 'Save']);
    expect(undo()).toBeNull();
    await settled();
    expect(questions('sightCards')).toHaveLength(1);
  });
});

describe('an answer that comes late', () => {
  async function askedAgain() {
    const listing = await start('1');
    const sight = held<Answer>();
    const works = sample.answers.sightCards;
    sample.answers.sightCards = () => sight.answer;
    listing.changed();
    await vi.waitFor(() => expect(questions('sightCards')).toHaveLength(2));
    Object.assign(sample.answers, { sightCards: works });
    return sight;
  }

  test('does not unsay that a card is being saved', async () => {
    const sight = await askedAgain();
    const save = held<Answer>();
    sample.answers.saveCards = () => save.answer;
    press(buttonOf(cardAt(0)));
    expect(words()).toEqual(['Saving']);
    sight.give({ ok: true, value: { saved: [false], undoable: false } });
    await settled();
    expect(words()).toEqual(['Saving']);
    save.give({ ok: true, value: { saved: [true], undoable: true } });
    await vi.waitFor(() => expect(words()).toEqual(['Saved']));
  });

  test('does not unsay that it is saved, if it was asked for before', async () => {
    const sight = await askedAgain();
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(words()).toEqual(['Saved']));
    sight.give({ ok: true, value: { saved: [false], undoable: false } });
    await settled();
    expect(words()).toEqual(['Saved']);
  });

  test('does not mark a card that shows another paper by now', async () => {
    const sight = await askedAgain();
    change(cardAt(0), '2');
    await vi.waitFor(() => expect(names()).toEqual(['Save to Offprint: Paper 2']));
    sight.give({ ok: true, value: { saved: [true], undoable: true } });
    await settled();
    expect(names()).toEqual(['Save to Offprint: Paper 2']);
  });
});

test('words of the control follow the marks', async () => {
  const listing = await start('1', '2');
  listing.changed(marks({ 1: true }));
  expect(offer()).toBe('Save all: 1 left');
  listing.changed(marks({ 2: true }));
  expect(offer()).toBe('All 2 saved');
});
