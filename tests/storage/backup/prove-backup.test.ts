import { expect, test } from 'vitest';
import { createProofSteps } from '@/storage/backup/prove-backup';
import { removePapers, saveCards } from '@/storage/commands';
import { OffprintDatabase } from '@/storage/database';
import { emptyTrash } from '@/storage/forget';
import { at } from '../cards';
import { cards, openScene } from './backed-up';

test('an empty library, and one of which all is gone', async () => {
  const { db, store, make, prove } = openScene();
  await make(at(10));
  await prove(at(11));
  await saveCards(db, cards(0, 3), at(12));
  await removePapers(db, await db.papers.toCollection().primaryKeys(), at(13));
  await emptyTrash(db, at(14));
  await make(at(20));
  await prove(at(21));
  expect((await store.backups.toArray()).map(({ records, verified }) => [records, verified])).toEqual([
    [0, at(11)],
    [0, at(21)],
  ]);
});

test('a restored library that is not the same is told', async () => {
  const { store, scratch, fill, make } = openScene();
  await fill(100);
  await make(at(10));
  const step = createProofSteps(store, scratch);
  for (;;) {
    await step(at(20));
    const [backup] = await store.backups.toArray();
    if (backup?.proof?.stage !== 'comparing') continue;
    const other = new OffprintDatabase(scratch);
    await other.papers.toCollection().modify({ title: 'Not this' });
    other.close();
    break;
  }
  while (await step(at(20)));
  const [backup] = await store.backups.toArray();
  expect(backup?.wrong).toBeGreaterThan(0);
  expect(backup?.verified).toBeUndefined();
});
