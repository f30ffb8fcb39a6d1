// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { forge, press, pressDown } from '../closed-roots';
import {
  type Answer,
  buttonOf,
  cardAt,
  change,
  failed,
  held,
  later,
  main,
  marks,
  names,
  numbersIn,
  questions,
  readAgain,
  sample,
  sentence,
  settled,
  start,
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

  test('is none if something else was pressed in between', async () => {
    await start('1', '2');
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(words()).toEqual(['Saved', 'Save']));
    press(main());
    await vi.waitFor(() => expect(words()).toEqual(['Saved', 'Saved']));
    press(buttonOf(cardAt(0)));
    await vi.waitFor(() => expect(words()).toEqual(['Save', 'Saved']));
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
