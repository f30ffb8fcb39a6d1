import { expect, test, vi } from 'vitest';
import { createChange } from '@/entrypoints/background/change';
import { saveOne } from '@/entrypoints/background/save-one';
import { Failure } from '@/storage/failure';
import { db, worker } from '@/tests/entrypoints/background/fresh-worker';
import { LANTERNS, SALT } from '@/tests/entrypoints/background/worker';
import { at } from '@/tests/storage/cards';

function save(cards: readonly unknown[] | undefined, moment = at(0)) {
  const { effects } = worker;
  return saveOne(db, cards, moment, { queue: effects.queue, change: createChange(effects) });
}

test('a paper is saved as one step', async () => {
  expect(await save([LANTERNS])).toEqual({ kind: 'saved', title: 'Lanterns over a quiet harbour' });
  expect((await db.papers.toArray()).map(({ id }) => id)).toEqual(['arxiv:2609.00001']);
  expect(await db.journal.toArray()).toMatchObject([{ intention: 'save', papers: 1 }]);
  expect(worker.effects.onChange).toHaveBeenCalledWith(1);
});

test('one that the library has stays as it is, and fills gaps', async () => {
  const { title: _, ...untitled } = SALT;
  await save([untitled]);
  expect(await save([SALT], at(1))).toEqual({ kind: 'known', title: 'Salt and silence in winter' });
  expect(await db.papers.toArray()).toMatchObject([{ title: 'Salt and silence in winter', savedAt: at(0) }]);
  expect((await db.journal.toArray()).map(({ intention }) => intention)).toEqual(['save', 'look']);
});

test('of several none is saved: which one, the person has to say', async () => {
  expect(await save([LANTERNS, SALT])).toEqual({ kind: 'several', papers: 2 });
  expect(await db.papers.count()).toBe(0);
});

test.each<[string, readonly unknown[] | undefined, object]>([
  ['a page that may not be looked at', undefined, { kind: 'barred' }],
  ['a page without papers', [], { kind: 'none' }],
  ['what is no card', [{ site: 'web', title: 7 }, null, 'card'], { kind: 'none' }],
  ['a card that names nothing', [{ site: 'web', identifiers: {} }], { kind: 'failed', code: 'unnamed' }],
])('%s', async (_, cards, outcome) => {
  expect(await save(cards)).toEqual(outcome);
  expect(await db.papers.count()).toBe(0);
});

test('nothing is written into a library that was lost', async () => {
  worker.effects.guard = vi.fn(() => Promise.reject(new Failure('lost')));
  expect(await save([LANTERNS])).toEqual({ kind: 'failed', code: 'lost' });
  expect(await db.papers.count()).toBe(0);
});
