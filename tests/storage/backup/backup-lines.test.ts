import { expect, test } from 'vitest';
import { backupFile } from '@/storage/backup/backup-lines';
import { backUpLibrary } from '@/storage/export/back-up';
import { at } from '../cards';
import { openScene } from './backed-up';

const withoutMoment = (text: string) => text.replace(/"exportedAt":"[^"]*"/, '');

test('a backup has all that the library keeps, is proven, and makes the file that a backup is', async () => {
  const { db, store, fill, make, prove } = openScene();
  await fill(300);
  await make(at(10));
  await prove(at(20));
  const [backup] = await store.backups.toArray();
  expect(backup).toMatchObject({ records: 303, verified: at(20) });
  expect(backup?.proof).toBeUndefined();
  const file = await backupFile(store, backup?.number ?? 0);
  const whole = await backUpLibrary(db, at(10));
  expect(withoutMoment((await file?.text()) ?? '')).toBe(withoutMoment(await whole.text()));
});

test('of a backup that is gone there is no file', async () => {
  const { store } = openScene();
  expect(await backupFile(store, 7)).toBeUndefined();
});
