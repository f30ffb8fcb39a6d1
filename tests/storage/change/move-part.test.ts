import { expect, test } from 'vitest';
import { record } from '@/storage/change/journal';
import { movePart } from '@/storage/change/move-part';
import { saveCards } from '@/storage/commands';
import { at, card } from '../cards';
import { openDatabase } from '../open-database';

test('papers go to the trash and back; ids that lead to none are passed over', async () => {
  const db = openDatabase();
  await saveCards(
    db,
    [card({ title: 'One' }), card({ identifiers: { arxiv: '2609.00009' }, title: 'Another' })],
    at(1),
  );
  const ids = [...(await db.papers.toCollection().primaryKeys()), 'gone'];
  const move = (move: 'remove' | 'restore', now: string) =>
    record(db, { intention: move }, now, (write) => movePart(db, { ids, move }, write, now));
  const before = (await db.papers.toArray()).map(({ revision, stamps, ...paper }) => paper);
  await move('remove', at(2));
  expect([await db.papers.count(), await db.trash.count()]).toEqual([0, 2]);
  expect((await db.trash.toArray()).map(({ trashedAt }) => trashedAt)).toEqual([at(2), at(2)]);
  await move('restore', at(3));
  expect(await db.trash.count()).toBe(0);
  expect((await db.papers.toArray()).map(({ revision, stamps, ...paper }) => paper)).toEqual(before);
});
