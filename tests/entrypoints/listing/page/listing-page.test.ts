import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SaveAllView } from '@/entrypoints/listing/buttons/save-all';
import type { SaveButton } from '@/entrypoints/listing/buttons/save-button';
import type { Entry } from '@/entrypoints/listing/page/cards';
import { countCards, createPage, type ListingPage } from '@/entrypoints/listing/page/listing-page';
import { type Asked, answerMessages } from '@/tests/components/answer-messages';
import { card, MONDAY } from '@/tests/storage/cards';
import type { CardState, CardsOnPage, Marks } from '@/utils/messages';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const BUSY: Entry['state'][] = ['saving', 'removing'];

let page: ListingPage;
let asked: Asked[];
/** What the worker answers. */
let answer: (data: CardsOnPage) => unknown;
/** The keys of the papers whose buttons were drawn. */
let drawn: string[];
const stop = vi.fn();
const show = vi.fn<(view: SaveAllView) => void>();

beforeEach(() => {
  setId('test-extension-id');
  vi.spyOn(console, 'warn')
    .mockReset()
    .mockImplementation(() => {});
  stop.mockReset();
  show.mockReset();
  drawn = [];
  answer = told(true);
  const answers = ['saveCards', 'unsaveCards', 'sightCards'].map((type) => [
    type,
    (data: CardsOnPage) => answer(data),
  ]);
  asked = answerMessages(Object.fromEntries(answers));
  page = createPage({ host: {} as HTMLElement, show }, stop);
  page.listing = MONDAY;
});

function setId(id: string | undefined): void {
  Object.assign(fakeBrowser.runtime, { id });
}

/** The worker tells this of each card. */
function told(state: CardState, undoable = false) {
  return ({ cards }: CardsOnPage) => ({ ok: true, value: { saved: cards.map(() => state), undoable } });
}

const refuse = (code: string) => () => ({ ok: false, code });

/** Puts so many papers on the page. */
function papers(count: number): Entry[] {
  for (let index = 0; index < count; index++) {
    const title = `Paper ${index}`;
    const button = { host: {}, show: () => void drawn.push(title) } as unknown as SaveButton;
    page.cards.put({} as Element, card({ title }), () => button);
  }
  return page.cards.all();
}

const start = (entries: readonly Entry[]) => {
  for (const entry of entries) entry.state = 'saving';
};
const stateOf = (entries: readonly Entry[]) => entries.map(({ state }) => state);
const titles = (entries: readonly Entry[]) => entries.map(({ card: { title } }) => title);
const dataAt = (index: number) => asked.at(index)?.data as CardsOnPage;
const view = () => show.mock.lastCall?.[0];

describe('asking the worker', () => {
  test('names the page, a run and the cards, and shows the answer', async () => {
    const entries = papers(2);
    answer = told(true, true);
    await page.put('sightCards', entries);
    expect(asked).toEqual([
      {
        type: 'sightCards',
        data: {
          page: expect.stringMatching(UUID),
          run: expect.stringMatching(UUID),
          listing: MONDAY,
          cards: entries.map((entry) => entry.card),
        },
      },
    ]);
    expect(stateOf(entries)).toEqual(['saved', 'saved']);
    expect(drawn).toEqual(titles(entries));
    expect(view()).toMatchObject({ cards: 2, saved: 2, undoable: true });
  });

  test('names the same page each time, another run unless it is given one, and what else it is given', async () => {
    const entries = papers(1);
    const run = crypto.randomUUID();
    await page.put('sightCards', entries, { first: true });
    await page.put('saveCards', entries, { run });
    await page.put('saveCards', entries);
    const other = createPage({ host: {} as HTMLElement, show }, stop);
    await other.put('sightCards', entries);
    expect(new Set([0, 1, 2].map((index) => dataAt(index).page)).size).toBe(1);
    expect(dataAt(3).page).not.toBe(dataAt(0).page);
    expect(dataAt(1).run).toBe(run);
    expect(new Set([0, 1, 2, 3].map((index) => dataAt(index).run)).size).toBe(4);
    expect(asked.map(({ data }) => (data as CardsOnPage).first)).toEqual([true, ...Array(3).fill(undefined)]);
  });

  test('about nothing asks nothing', async () => {
    await page.put('sightCards', []);
    expect(asked).toEqual([]);
  });

  test('shows card by card what is wrong with it', async () => {
    const entries = papers(3);
    answer = () => ({ ok: true, value: { saved: [true, 'refused', 'unnamed'], undoable: false } });
    await page.put('sightCards', entries);
    expect(entries.map(({ state, failure }) => [state, failure])).toEqual([
      ['saved', undefined],
      ['failed', 'refused'],
      ['failed', 'unnamed'],
    ]);
    expect(view()?.failure).toBeUndefined();
  });

  test('whether they are saved does not unsay what happened to a card meanwhile', async () => {
    const entries = papers(2);
    answer = (data) => {
      (entries[0] as Entry).state = 'saved';
      return told(false)(data);
    };
    await page.put('sightCards', entries);
    expect(stateOf(entries)).toEqual(['saved', 'save']);
  });

  test('whether they are saved, before something was, does not take Undo away', async () => {
    const [seen, pressed] = [papers(2)[0], papers(2)[1]] as [Entry, Entry];
    let give = () => {};
    const held = new Promise<void>((resolve) => {
      give = resolve;
    });
    answer = async (data) => {
      await held;
      return told(false, false)(data);
    };
    const look = page.put('sightCards', [seen]);
    answer = told(true, true);
    start([pressed]);
    await page.put('saveCards', [pressed]);
    give();
    await look;
    expect(view()?.undoable).toBe(true);
  });
});

describe('a failure', () => {
  const failureIn = () => view()?.failure?.split('.')[0];
  const FULL = 'The disk is full';
  const UNAVAILABLE = "The browser cannot open Offprint's library; in private windows it never can";

  test('of saving is told until saving works; a look that works or fails does not change it', async () => {
    const entries = papers(1);
    start(entries);
    answer = refuse('full');
    await page.put('saveCards', entries);
    expect(stateOf(entries)).toEqual(['failed']);
    expect([page.failed, failureIn()]).toEqual([{ code: 'full', question: 'saveCards' }, FULL]);
    answer = refuse('unavailable');
    await page.put('sightCards', entries);
    expect(failureIn()).toBe(FULL);
    answer = told(false);
    await page.put('sightCards', entries);
    expect(failureIn()).toBe(FULL);
    start(entries);
    answer = told(true);
    await page.put('saveCards', entries);
    expect([page.failed, failureIn()]).toEqual([undefined, undefined]);
  });

  test('to look is told until a look works', async () => {
    const entries = papers(1);
    answer = refuse('unavailable');
    await page.put('sightCards', entries);
    expect(failureIn()).toBe(UNAVAILABLE);
    expect(stateOf(entries)).toEqual(['save']);
    answer = told(false);
    await page.put('sightCards', entries);
    expect(failureIn()).toBeUndefined();
  });

  test('keeps what can be undone', async () => {
    const entries = papers(1);
    answer = told(true, true);
    await page.put('sightCards', entries);
    answer = refuse('full');
    await page.put('unsaveCards', entries);
    expect(view()?.undoable).toBe(true);
  });
});

describe('marks', () => {
  async function opened(count: number) {
    const entries = papers(count);
    answer = told(false);
    await page.put('sightCards', entries.slice(0, 1));
    drawn = [];
    const { page: id } = dataAt(0);
    const hear = (saved: [Entry | undefined, CardState][], changes: Partial<Marks> = {}) =>
      page.hear({
        page: id,
        saved: saved.map(([entry, state]) => [entry?.key ?? '', state]),
        undoable: false,
        ...changes,
      });
    return { entries, hear };
  }

  test('change the papers they name, and whether something can be undone', async () => {
    const { entries, hear } = await opened(3);
    hear([[entries[1], true]], { undoable: true });
    expect(stateOf(entries)).toEqual(['save', 'saved', 'save']);
    expect(view()).toMatchObject({ saved: 1, undoable: true });
  });

  test('draw as much whatever they say, so that the page does not see whether they say something', async () => {
    const { entries, hear } = await opened(20);
    hear([]);
    const nothing = drawn;
    drawn = [];
    hear([[entries[7], true]]);
    expect(drawn).toEqual(nothing);
    expect(drawn).toEqual(titles(entries));
  });

  test('draw of a long list a part, and those that changed, each once', async () => {
    const { entries, hear } = await opened(200);
    hear([
      [entries[0], true],
      [entries[199], true],
    ]);
    expect(drawn.length).toBeLessThan(100);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(drawn).toContain('Paper 0');
    expect(drawn).toContain('Paper 199');
  });

  test.each(BUSY)('leave a paper alone that is %s, but for progress', async (state) => {
    const { entries, hear } = await opened(1);
    const [entry] = entries as [Entry];
    for (const mark of [false, 'refused', true] as const) {
      entry.state = state;
      hear([[entry, mark]]);
      expect(entry.state).toBe(state === 'saving' && mark === true ? 'saved' : state);
    }
  });

  test('for another page are none, and those of unknown papers are nothing', async () => {
    const { entries, hear } = await opened(1);
    hear([[entries[0], true]], { page: crypto.randomUUID(), undoable: true });
    expect(drawn).toEqual([]);
    hear([[undefined, true]]);
    expect(stateOf(entries)).toEqual(['save']);
  });

  test('are a sign of life: a worker that speaks is not asked again', async () => {
    const { entries, hear } = await opened(1);
    vi.useFakeTimers();
    try {
      let end = () => {};
      answer = (data) => new Promise((resolve) => (end = () => resolve(told(true)(data))));
      const done = page.put('saveCards', entries);
      for (let second = 0; second < 20; second++) {
        await vi.advanceTimersByTimeAsync(1000);
        hear([], { page: 'another' });
      }
      expect(asked.filter(({ type }) => type === 'saveCards')).toHaveLength(1);
      end();
      await done;
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the control', () => {
  test('tells how far a *Save all* is', () => {
    const entries = papers(4);
    for (const [index, state] of (['saved', 'saving', 'failed', 'saved'] as const).entries())
      (entries[index] as Entry).state = state;
    page.running = entries.slice(0, 3);
    page.draw([]);
    expect(view()).toMatchObject({ cards: 4, saved: 2, running: { done: 1, of: 3 } });
    expect(drawn).toEqual([]);
    page.running = undefined;
    page.draw([]);
    expect(view()?.running).toBeUndefined();
  });

  test('counts papers', () => {
    const entries = papers(3);
    (entries[0] as Entry).state = 'saved';
    expect(countCards(page.cards)).toEqual({ cards: 3, saved: 1 });
  });
});

describe('a page that is cut off', () => {
  test('says so on every button, stops, and asks nothing', async () => {
    const entries = papers(2);
    expect(page.isCutOff()).toBe(false);
    expect(stop).not.toHaveBeenCalled();
    setId(undefined);
    await page.put('saveCards', entries);
    expect(asked).toEqual([]);
    expect(stateOf(entries)).toEqual(['reload', 'reload']);
    expect(drawn).toEqual(titles(entries));
    expect(stop).toHaveBeenCalled();
    expect(view()).toMatchObject({ reload: true, failure: undefined });
  });

  test('stays so', async () => {
    const entries = papers(1);
    setId(undefined);
    expect(page.isCutOff()).toBe(true);
    setId('another');
    expect(page.isCutOff()).toBe(true);
    page.draw(entries);
    expect(view()).toMatchObject({ reload: true });
  });

  test('in the midst of a question takes no answer', async () => {
    const entries = papers(1);
    answer = (data) => {
      setId(undefined);
      return told(true)(data);
    };
    await page.put('sightCards', entries);
    expect(stateOf(entries)).toEqual(['reload']);
  });
});
