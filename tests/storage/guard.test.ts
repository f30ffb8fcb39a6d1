import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removePapers, saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { emptyTrash } from '@/storage/forget';
import { acceptEmpty, forgoTrash, guardLibrary, heldBefore, noteHeld } from '@/storage/guard';
import { at, card } from './cards';
import { openDatabase } from './open-database';

const LANTERNS = card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns over a quiet harbour' });
const SALT = card({ identifiers: { arxiv: '2609.00002' }, title: 'Salt and silence in winter' });

let db: OffprintDatabase;
beforeEach(() => {
  db = openDatabase();
});

test('a library that was never filled is a first run', async () => {
  await expect(guardLibrary(db)).resolves.toBeUndefined();
  expect(await heldBefore()).toBe(0);
});

test('the number noted is that of papers and trash, outside the database', async () => {
  await saveCards(db, [LANTERNS, SALT], at(0));
  await removePapers(db, ['arxiv:2609.00001'], at(1));
  await noteHeld(db);
  expect(await heldBefore()).toBe(2);
  expect(await fakeBrowser.storage.local.get()).toEqual({ held: 2 });
});

test('a library that held papers and is empty now is lost', async () => {
  await saveCards(db, [LANTERNS], at(0));
  await noteHeld(db);
  await expect(guardLibrary(openDatabase())).rejects.toMatchObject({ code: 'lost' });
});

test('a library with papers is not lost, whatever was noted', async () => {
  await saveCards(db, [LANTERNS], at(0));
  await expect(guardLibrary(db)).resolves.toBeUndefined();
  await fakeBrowser.storage.local.set({ held: 9 });
  await expect(guardLibrary(db)).resolves.toBeUndefined();
});

test('a library whose papers all lie in the trash is not lost', async () => {
  await saveCards(db, [LANTERNS], at(0));
  await removePapers(db, ['arxiv:2609.00001'], at(1));
  await noteHeld(db);
  await expect(guardLibrary(db)).resolves.toBeUndefined();
});

test('a library of which the last was deleted for good is not lost, at no moment', async () => {
  await saveCards(db, [LANTERNS], at(0));
  await removePapers(db, ['arxiv:2609.00001'], at(1));
  await noteHeld(db);
  await forgoTrash(db);
  await emptyTrash(db, at(2));
  await expect(guardLibrary(db)).resolves.toBeUndefined();
});

test('a user who goes on with an empty library is not told again', async () => {
  await fakeBrowser.storage.local.set({ held: 3 });
  await expect(guardLibrary(db)).rejects.toMatchObject({ code: 'lost' });
  await acceptEmpty();
  await expect(guardLibrary(db)).resolves.toBeUndefined();
  expect(await heldBefore()).toBe(0);
});

test('a library that cannot be read is not taken for an empty one', async () => {
  db.close({ disableAutoOpen: true });
  await expect(guardLibrary(db)).rejects.not.toMatchObject({ code: 'lost' });
  await expect(noteHeld(db)).rejects.toThrow();
  expect(await fakeBrowser.storage.local.get()).toEqual({});
});
