import { describe, expect, test, vi } from 'vitest';
import type { Effects } from '@/entrypoints/background/effects';
import { saveCards } from '@/storage/commands';
import { at, card, MONDAY, TUESDAY } from '@/tests/storage/cards';
import { everything } from '@/tests/storage/open-database';
import type { FailureCode } from '@/utils/messages';
import { cardKey } from '@/utils/paper/card-key';
import { ask, db, NAMES, restart, worker } from './fresh-worker';
import { about, LANTERNS, listing, manyCards, PAGE, SALT, STRANGERS, TAB } from './worker';

/** What waits in the queue is done. */
const idle = () => worker.effects.queue.add('later', async () => {});

describe.each(NAMES)('%s', (name) => {
  test('is open to our content script on a listing', async () => {
    await saveCards(db, [LANTERNS], at(0));
    expect(await ask(name, about([LANTERNS]))).toEqual({
      ok: true,
      value: { saved: [name !== 'unsaveCards'], undoable: true },
    });
  });

  test.each(STRANGERS)('is closed to %s', async (_, sender) => {
    await saveCards(db, [LANTERNS], at(0));
    const before = await everything(db);
    const data = about([{ ...LANTERNS, abstract: 'New.' }, SALT]);
    expect(await ask(name, data, sender)).toEqual({ ok: false, code: 'refused' });
    await idle();
    expect(await everything(db)).toEqual(before);
    expect(worker.effects.onChange).not.toHaveBeenCalled();
    expect([...worker.effects.watched.pages()]).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a list', [LANTERNS]],
    ['no cards', about([])],
    ['too many cards', about(Array.from({ length: 501 }, () => LANTERNS))],
    ['cards that are no list', about(LANTERNS as never)],
    ['an unknown field beside the cards', { ...(about([LANTERNS]) as object), force: true }],
    ['a page that is no uuid', about([LANTERNS], { page: '1' })],
    ['no page', about([LANTERNS], { page: undefined })],
    ['a run that is no uuid', about([LANTERNS], { run: '1' })],
    ['a run that is a number', about([LANTERNS], { run: 1 })],
    ['no run', about([LANTERNS], { run: undefined })],
    ['no listing', about([LANTERNS], { listing: undefined })],
    ['a listing of another site', about([LANTERNS], { listing: 'https://arxiv.org/list/cs.CL/new' })],
    ['a listing that is a script', about([LANTERNS], { listing: 'javascript:alert(1)' })],
    ['a beginning that is none', about([LANTERNS], { first: false })],
  ])('refuses %s', async (_, data) => {
    await saveCards(db, [LANTERNS], at(0));
    const before = await everything(db);
    expect(await ask(name, data)).toEqual({ ok: false, code: 'refused' });
    expect(await everything(db)).toEqual(before);
  });

  test('refuses what is too large before parsing it', async () => {
    const data = about([{ ...LANTERNS, abstract: 'x'.repeat(4_000_000) }]);
    expect(await ask(name, data)).toEqual({ ok: false, code: 'tooLarge' });
    expect(await db.papers.count()).toBe(0);
  });

  test('asked twice by one run at a time does it once, and answers both', async () => {
    await saveCards(db, [SALT], at(0));
    const data = about([LANTERNS, SALT]);
    const answers = await Promise.all([ask(name, data), ask(name, data)]);
    const saved = { saveCards: [true, true], sightCards: [false, true], unsaveCards: [false, false] }[name];
    const answer = { ok: true, value: { saved, undoable: true } };
    expect(answers).toEqual([answer, answer]);
    expect(worker.effects.onChange).toHaveBeenCalledTimes(name === 'sightCards' ? 0 : 1);
    expect(worker.effects.pause).toHaveBeenCalledTimes(name === 'sightCards' ? 1 : 0);
  });
});

describe.each(['saveCards', 'sightCards'] as const)('one bad card among nine good ones: %s', (name) => {
  const good = manyCards(9);
  const done = name === 'saveCards';

  test.each<[string, unknown, FailureCode]>([
    ['has a DOI of 408 letters', card({ identifiers: { doi: `10.1234/${'x'.repeat(400)}` } }), 'malformed'],
    ['claims another site', { ...SALT, site: 'arxiv' }, 'refused'],
    [
      'is of another site',
      { ...SALT, site: 'arxiv', listing: 'https://arxiv.org/list/cs.CL/new' },
      'refused',
    ],
    ['stood on a listing of another site', { ...SALT, listing: 'https://arxiv.org/list/cs/new' }, 'refused'],
    ['stood on a listing without an address', { ...SALT, listing: '' }, 'refused'],
    ['stood on no listing', { ...SALT, listing: undefined }, 'refused'],
    ['stood on a listing without TLS', { ...SALT, listing: 'http://huggingface.co/papers' }, 'refused'],
    ['stood on a listing that is a script', { ...SALT, listing: 'javascript:alert(1)' }, 'refused'],
    ['has nothing to be named by', card(), 'unnamed'],
    ['has an unknown field', { ...SALT, note: 'planted' }, 'malformed'],
    ['has no identifiers', { site: 'huggingface', listing: MONDAY, title: 'A' }, 'malformed'],
    ['has a count that is no whole number', { ...SALT, upvotes: 1.5 }, 'malformed'],
    ['has a count below zero', { ...SALT, upvotes: -1 }, 'malformed'],
    ['has a title that is too long', { ...SALT, title: 'x'.repeat(20_001) }, 'malformed'],
    ['has a date that is none', { ...SALT, publishedAt: '2026-13-01' }, 'malformed'],
    ['is a text', 'Salt and silence', 'malformed'],
    ['is nothing', null, 'malformed'],
    ['is a list', [SALT], 'malformed'],
  ])('%s', async (_, bad, code) => {
    await saveCards(db, [SALT], at(0));
    const salt = await db.papers.toArray();
    const cards = [...good.slice(0, 4), bad, ...good.slice(4)];
    const saved = cards.map((one) => (one === bad ? code : done));
    expect(await ask(name, about(cards, { first: true }))).toMatchObject({ ok: true, value: { saved } });
    await idle();
    expect(await db.papers.count()).toBe(done ? 10 : 1);
    expect((await db.papers.toArray()).filter(({ id }) => id === salt[0]?.id)).toEqual(salt);
    const [page] = worker.effects.watched.pages();
    expect([...(page?.cards.keys() ?? [])]).toEqual(good.map(cardKey));
  });

  test('alone says so', async () => {
    expect(await ask(name, about([card()]))).toMatchObject({ ok: true, value: { saved: ['unnamed'] } });
    expect(await db.papers.count()).toBe(0);
    expect(worker.effects.onChange).not.toHaveBeenCalled();
  });
});

test('one bad card among those to remove spoils nothing', async () => {
  await saveCards(db, [LANTERNS, SALT], at(0));
  const answer = await ask('unsaveCards', about([LANTERNS, 'Salt', SALT]));
  expect(answer).toMatchObject({ ok: true, value: { saved: [false, 'malformed', false] } });
  expect(await db.papers.count()).toBe(0);
});

describe('what a listing was told', () => {
  const told = () =>
    [...worker.effects.watched.pages()].map(({ tab, page, cards }) => ({
      tab,
      page,
      cards: [...cards.values()].map(({ card: { title }, told: state }) => [title, state]),
    }));

  test('is remembered, whatever it asked', async () => {
    await saveCards(db, [SALT], at(0));
    await ask('sightCards', about([LANTERNS, SALT]));
    expect(told()).toEqual([]); // it asked about some of its cards only: the worker was stopped since
    await ask('sightCards', about([LANTERNS, SALT], { first: true }));
    const page = { tab: TAB, page: PAGE };
    expect(told()).toEqual([
      {
        ...page,
        cards: [
          [LANTERNS.title, false],
          [SALT.title, true],
        ],
      },
    ]);
    await ask('saveCards', about([LANTERNS]));
    await ask('unsaveCards', about([SALT]));
    expect(told()).toEqual([
      {
        ...page,
        cards: [
          [LANTERNS.title, true],
          [SALT.title, false],
        ],
      },
    ]);
  });

  test('is nothing if it was refused', async () => {
    db.journal.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await ask('sightCards', about([LANTERNS], { first: true }));
    expect(await ask('saveCards', about([LANTERNS]))).toEqual({ ok: false, code: 'full' });
    expect(told()).toMatchObject([{ cards: [[LANTERNS.title, false]] }]);
  });
});

describe('tagPaper', () => {
  const tagPaper = (data: unknown, sender = listing()) => worker.tagPaper({ data, sender });

  test('opens a window for the paper that a card shows', async () => {
    await ask('saveCards', about([LANTERNS]));
    expect(await tagPaper({ card: LANTERNS })).toEqual({ ok: true, value: null });
    const [{ id } = { id: '' }] = await db.papers.toArray();
    expect(worker.effects.openTags).toHaveBeenCalledExactlyOnceWith(id);
  });

  test.each<[string, unknown]>([
    ['a paper that is not saved', { card: SALT }],
    ['a card of another site', { card: { ...LANTERNS, site: 'arxiv' } }],
    ['no card', { card: null }],
    ['nothing', undefined],
  ])('opens none for %s', async (_, data) => {
    await ask('saveCards', about([LANTERNS]));
    expect(await tagPaper(data)).toMatchObject({ ok: false });
    expect(worker.effects.openTags).not.toHaveBeenCalled();
  });

  test.each(STRANGERS)('is closed to %s', async (_, sender) => {
    await ask('saveCards', about([LANTERNS]));
    expect(await tagPaper({ card: LANTERNS }, sender)).toEqual({ ok: false, code: 'refused' });
    expect(worker.effects.openTags).not.toHaveBeenCalled();
  });
});

describe('undoOnListing', () => {
  const undoOnListing = (data: unknown, sender = listing()) => worker.undoOnListing({ data, sender });
  const HERE = { site: 'huggingface', listing: MONDAY };

  test('takes back the last change made there, and no other', async () => {
    await ask('saveCards', about([LANTERNS]));
    await ask('saveCards', about([{ ...SALT, listing: TUESDAY }], { listing: TUESDAY }));
    expect(await undoOnListing(HERE)).toEqual({ ok: true, value: null });
    expect((await db.papers.toArray()).map(({ title }) => title)).toEqual([SALT.title]);
    expect(worker.effects.onChange).toHaveBeenCalledTimes(3);
    expect(worker.effects.runTasks).toHaveBeenCalled();
    expect(await undoOnListing(HERE)).toEqual({ ok: false, code: 'refused' });
  });

  test.each(STRANGERS)('is closed to %s', async (_, sender) => {
    await ask('saveCards', about([LANTERNS]));
    expect(await undoOnListing(HERE, sender)).toEqual({ ok: false, code: 'refused' });
    expect(await db.papers.count()).toBe(1);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['no listing', { site: 'huggingface' }],
    ['another site', { ...HERE, site: 'arxiv' }],
    ['a listing of another site', { ...HERE, listing: 'https://arxiv.org/list/cs/new' }],
  ])('refuses %s', async (_, data) => {
    await ask('saveCards', about([LANTERNS]));
    expect(await undoOnListing(data)).toEqual({ ok: false, code: 'refused' });
    expect(await db.papers.count()).toBe(1);
  });
});

describe('reportHealth', () => {
  const report = (data: unknown, sender = listing()) => worker.reportHealth({ data, sender });
  const UNWELL = { mentioned: 40, read: 12, healthy: false };

  test('passes on whether the page is understood', async () => {
    expect(await report(UNWELL)).toEqual({ ok: true, value: null });
    expect(worker.effects.onHealth.mock.calls).toEqual([[listing(), false]]);
  });

  test.each(STRANGERS)('is closed to %s', async (_, sender) => {
    expect(await report(UNWELL, sender)).toEqual({ ok: false, code: 'refused' });
    expect(worker.effects.onHealth).not.toHaveBeenCalled();
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a count below zero', { ...UNWELL, read: -1 }],
    ['an unknown field', { ...UNWELL, force: true }],
  ])('refuses %s', async (_, data) => {
    expect(await report(data)).toEqual({ ok: false, code: 'refused' });
    expect(worker.effects.onHealth).not.toHaveBeenCalled();
  });
});

describe('listings are told', () => {
  test('of a save once it can be read, with its entry', async () => {
    const there: number[] = [];
    const onChange = vi.fn<Effects['onChange']>(async () => void there.push(await db.papers.count()));
    await restart({ onChange });
    await ask('saveCards', about([LANTERNS]));
    await vi.waitFor(() => expect(there).toEqual([1]));
    expect(onChange.mock.calls).toEqual([[1]]);
  });

  test('of nothing when nothing was committed', async () => {
    db.journal.hook('creating', () => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await ask('saveCards', about([LANTERNS]))).toEqual({ ok: false, code: 'full' });
    expect(worker.effects.onChange).not.toHaveBeenCalled();
    expect(await db.papers.count()).toBe(0);
  });

  test('of nothing when nothing changed', async () => {
    await ask('sightCards', about([LANTERNS]));
    await ask('unsaveCards', about([LANTERNS]));
    expect(worker.effects.onChange).not.toHaveBeenCalled();
  });
});
