import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { redo, removePapers, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { lastRedoable, recentHistory } from '@/storage/library';
import { at, card } from './cards';
import { openDatabase, withDatabase } from './open-database';
import { see } from './see';

let db: OffprintDatabase;
let minute: number;
beforeEach(() => {
  db = openDatabase();
  minute = 0;
});

const now = () => at(minute++);
const save = (name: string, to = db) =>
  saveCards(to, [card({ identifiers: { arxiv: `2609.${name}` }, title: `Lanterns ${name}` })], now());
const undoLast = (to = db) => undo(to, {}, now());
const ids = async (from = db) =>
  (await from.papers.toCollection().primaryKeys()).map((id) => id.replace('arxiv:2609.', ''));

test('each redo does again what was undone last, until all is as it was', async () => {
  await save('00001');
  await save('00002');
  await undoLast();
  await undoLast();
  expect(await ids()).toEqual([]);
  await redo(db, now());
  expect(await ids()).toEqual(['00001']);
  await redo(db, now());
  expect(await ids()).toEqual(['00001', '00002']);
  expect(await redo(db, now())).toBeUndefined();
  await undoLast(); // and back, the last one first
  expect(await ids()).toEqual(['00001']);
});

test('there is nothing to redo in a new library', async () => {
  expect(await redo(db, now())).toBeUndefined();
});

test('a change after an undo leaves nothing to redo, even once it is undone itself', async () => {
  await save('00001');
  await undoLast();
  await save('00002');
  expect(await redo(db, now())).toBeUndefined();
  await undoLast();
  await redo(db, now());
  expect(await ids()).toEqual(['00002']);
  expect(await redo(db, now())).toBeUndefined();
});

test('a page that is looked at meanwhile is no change of the user', async () => {
  const known = { identifiers: { arxiv: '2609.00001' }, title: 'Lanterns 00001' };
  await save('00001');
  await save('00002');
  await undoLast();
  await see(db, [card({ ...known, abstract: 'Light on water.' })], now());
  expect((await db.journal.toCollection().last())?.intention).toBe('look');
  await redo(db, now());
  expect(await ids()).toEqual(['00001', '00002']);
});

test('what history undid out of order is redone too, the last undo first', async () => {
  const first = (await save('00001')) ?? 0;
  const second = (await save('00002')) ?? 0;
  const undone = (await undo(db, first, now())) ?? 0;
  await undo(db, second, now());
  await undo(db, undone, now()); // history redoes the first by itself
  await redo(db, now());
  expect(await ids()).toEqual(['00001', '00002']);
  expect(await lastRedoable(db)).toBeUndefined();
});

test('undoing a redo by its own entry is an undo as any other: history tells it, and it can be redone', async () => {
  const saved = (await save('00001')) ?? 0;
  const undone = (await undo(db, saved, now())) ?? 0;
  const again = (await undo(db, undone, now())) ?? 0;
  await undo(db, again, now());
  expect(await ids()).toEqual([]);
  expect(await recentHistory(db, 9)).toMatchObject([{ entry: saved, undoneBy: undone }]);
  await redo(db, now());
  expect(await ids()).toEqual(['00001']);
  expect((await recentHistory(db, 9))[0]?.undoneBy).toBeUndefined();
});

/** Saves or removes one of four papers, undoes, or redoes. */
const step = fc.oneof(
  fc.record({ act: fc.constantFrom('save', 'remove'), paper: fc.nat(3) }),
  fc.record({ act: fc.constantFrom('undo', 'undo', 'redo') }),
);

test('undo and redo walk one line of states', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), (steps) =>
      withDatabase(async (own) => {
        let [line, place] = [[await ids(own)], 0];
        for (const one of steps) {
          if ('paper' in one) {
            const name = `0000${one.paper}`;
            const entry = await (one.act === 'save'
              ? save(name, own)
              : removePapers(own, [`arxiv:2609.${name}`], now()));
            if (entry === undefined) continue;
            line = [...line.slice(0, place + 1), await ids(own)];
            place++;
          } else if (one.act === 'undo') {
            if (place > 0) {
              await undoLast(own);
              place--;
            }
          } else if ((await redo(own, now())) !== undefined) place++;
          else expect(place).toBe(line.length - 1);
          expect(await ids(own)).toEqual(line[place]);
        }
      }),
    ),
  );
});
