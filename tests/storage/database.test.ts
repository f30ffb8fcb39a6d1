import { Dexie } from 'dexie';
import { expect, onTestFinished, test, vi } from 'vitest';
import { saveCards } from '@/storage/commands';
import { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import { at, card } from './cards';
import { freshName, openDatabase } from './open-database';

/** Frozen: a library that was written by version 1 is out there. */
const VERSION_1 = {
  papers: ['id', 'savedAt', 'revision', '*tags'],
  aliases: ['[key+paper]', 'key', 'paper'],
  sightings: ['[paper+site+url]', 'paper'],
  trash: ['id', 'trashedAt'],
  tombstones: ['id', 'revision'],
  journal: ['++entry', 'at', 'from'],
  changes: ['[entry+part]', 'entry'],
  staged: ['part'],
  settings: ['name'],
};

test('version 1 has the tables and indexes it was released with', async () => {
  const db = await openDatabase().open();
  expect(db.verno).toBe(1);
  expect(
    Object.fromEntries(
      db.tables.map(({ name, schema }) => [
        name,
        [schema.primKey.src, ...schema.indexes.map(({ src }) => src)],
      ]),
    ),
  ).toEqual(VERSION_1);
});

test('a new library has a sentinel and revision 0', async () => {
  vi.useFakeTimers({ now: new Date(at(0)), toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  expect(await openDatabase().settings.toArray()).toEqual([
    { name: 'papers', value: 0 },
    { name: 'revision', value: 0 },
    { name: 'sentinel', value: at(0) },
  ]);
});

test('the sentinel stays when the library is opened again', async () => {
  const db = openDatabase();
  const first = await db.settings.get('sentinel');
  db.close();
  await db.open();
  expect(first).toBeDefined();
  expect(await db.settings.get('sentinel')).toEqual(first);
});

test('writes are asked to be durable', () => {
  expect(openDatabase()._options.chromeTransactionDurability).toBe('strict');
});

test('a library of a newer version is refused, again and again, and left as it is', async () => {
  const name = freshName();
  const newer = new Dexie(name);
  newer.version(2).stores({ papers: 'id', shelves: 'id' });
  await newer.table('papers').add({ id: 'a:1', shape: 'unknown' });
  newer.close();
  onTestFinished(() => newer.delete());

  const db = new OffprintDatabase(name);
  onTestFinished(() => db.close());
  const attempts = [
    () => db.papers.count(),
    () => db.papers.toArray(),
    () => saveCards(db, [card({ title: 'Lanterns over a quiet harbour' })], at(0)),
  ];
  for (const attempt of attempts) {
    const error = await attempt().then(
      (value: unknown) => value,
      (reason: unknown) => reason,
    );
    expect(failureCode(error)).toBe('newer');
  }
  db.close();

  await newer.open();
  expect(newer.verno).toBe(2);
  expect(await newer.table('papers').toArray()).toEqual([{ id: 'a:1', shape: 'unknown' }]);
});
