import { expect, test } from 'vitest';
import { readDirectly, rowsAt, settled } from '@/storage/read-directly';
import { openDatabase } from './open-database';
import { storedPaper } from './papers';

test('rows come in the order asked for, and undefined for those that are not there', async () => {
  const db = openDatabase();
  await db.papers.bulkPut(['a:1', 'a:2', 'a:3'].map((id) => storedPaper({ id })));
  const found = await rowsAt<{ id: string }>(db, 'papers', ['a:3', 'a:9', 'a:1']);
  expect(found.map((paper) => paper?.id)).toEqual(['a:3', undefined, 'a:1']);
});

test('a database that was not opened yet is opened', async () => {
  const db = openDatabase();
  expect(db.isOpen()).toBe(false);
  expect(await rowsAt(db, 'papers', ['a:1'])).toEqual([undefined]);
});

test('one that was closed stays closed', async () => {
  const db = openDatabase();
  await db.open();
  db.close();
  await expect(rowsAt(db, 'papers', ['a:1'])).rejects.toThrow(/closed/);
});

test('several tables are read in one moment', async () => {
  const db = openDatabase();
  await db.papers.put(storedPaper({ id: 'a:1' }));
  const counts = await readDirectly(db, ['papers', 'trash'], (store) =>
    Promise.all(['papers', 'trash'].map((table) => settled(store(table).count()))),
  );
  expect(counts).toEqual([1, 0]);
});

test('what the database refuses is an error', async () => {
  const db = openDatabase();
  await db.open();
  await expect(readDirectly(db, ['no such table'], async () => 1)).rejects.toThrow();
  await expect(rowsAt(db, 'papers', [{} as string])).rejects.toThrow();
});

test('a connection that the browser broke off is opened again', async () => {
  const db = openDatabase();
  await db.papers.put(storedPaper({ id: 'a:1' }));
  db.backendDB().close(); // behind Dexie's back
  const [paper] = await rowsAt<{ id: string }>(db, 'papers', ['a:1']);
  expect(paper?.id).toBe('a:1');
});
