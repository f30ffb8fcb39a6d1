import { expect, test } from 'vitest';
import { backupStep, beginBackup } from '@/storage/backup/make-backup';
import { createProofSteps } from '@/storage/backup/prove-backup';
import { removePapers, saveCards } from '@/storage/commands';
import { at } from '../cards';
import { cards, openScene } from './backed-up';

test('a library that changes while it is made is proven, too', async () => {
  const { db, store, fill, prove } = openScene();
  await fill(300);
  await beginBackup(db, store, at(10));
  await backupStep(db, store);
  await removePapers(db, ['arxiv:2609.00001', 'arxiv:2609.00290'], at(11));
  await saveCards(db, cards(700, 705), at(12));
  while (await backupStep(db, store));
  await prove(at(20));
  expect(await store.backups.toArray()).toMatchObject([{ records: 308, verified: at(20) }]);
});

test('the next day shares what did not change', async () => {
  const { db, store, fill, make } = openScene();
  await fill(300);
  await make(at(10));
  await saveCards(db, cards(800, 803), at(11));
  await make(at(2000));
  const [first, second] = await store.backups.toArray();
  expect(second?.added).toBeLessThan((first?.added ?? 0) / 5);
  expect(second?.records).toBe(306);
});

test('stopped after every step, it goes on where it was', async () => {
  const { db, store, scratch, fill } = openScene();
  await fill(300);
  await beginBackup(db, store, at(10));
  await beginBackup(db, store, at(11)); // one at a time
  while (await backupStep(db, store));
  while (await createProofSteps(store, scratch)(at(20)));
  expect(await store.backups.toArray()).toMatchObject([{ at: at(10), records: 303, verified: at(20) }]);
});
