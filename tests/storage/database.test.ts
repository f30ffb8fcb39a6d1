import { Dexie } from 'dexie';
import { expect, onTestFinished, test } from 'vitest';
import { saveCards } from '@/storage/commands';
import { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import { KEYS } from '@/utils/paper/identity';
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
  staged: ['[batch+part]', 'batch'],
  settings: ['name'],
};

/** Frozen as well. */
const VERSION_2 = {
  ...VERSION_1,
  papers: [...VERSION_1.papers, '[revision+id]'],
  segments: ['segment'],
  chunks: ['[segment+part+number]'],
  deletions: ['segment'],
  index: ['name'],
};

const VERSION_3 = {
  ...VERSION_2,
  journal: [...VERSION_2.journal, 'paper'],
  damaged: ['[table+id]'],
};

const VERSION_4 = {
  ...VERSION_3,
  counts: ['[of+value]', '[of+papers]'],
  queue: ['paper', 'unread', '[votes+unread]', '[published+unread]', '[status+since]'],
  touched: ['[entry+part]', '*papers'],
  searches: ['id'],
  alike: ['[one+other]', 'other', 'found'],
};

const VERSION_5 = { ...VERSION_4, citationKeys: ['paper', 'folded'] };

test('version 5 has the tables and indexes it was released with', async () => {
  const db = await openDatabase().open();
  expect(db.verno).toBe(5);
  expect(
    Object.fromEntries(
      db.tables.map(({ name, schema }) => [
        name,
        [schema.primKey.src, ...schema.indexes.map(({ src }) => src)],
      ]),
    ),
  ).toEqual(VERSION_5);
});

test('a new library is empty and at revision 0', async () => {
  expect(await openDatabase().settings.toArray()).toEqual([
    { name: 'keys', value: KEYS },
    { name: 'papers', value: 0 },
    { name: 'revision', value: 0 },
  ]);
});

test('what a library counts stays when it is opened again', async () => {
  const db = openDatabase();
  await saveCards(db, [card({ title: 'Lanterns over a quiet harbour' })], at(0));
  const counted = await db.settings.toArray();
  db.close();
  await db.open();
  expect(await db.settings.toArray()).toEqual(counted);
});

test('writes are asked to be durable', () => {
  expect(openDatabase()._options.chromeTransactionDurability).toBe('strict');
});

test('a library of a newer version is refused, again and again, and left as it is', async () => {
  const name = freshName();
  const newer = new Dexie(name);
  newer.version(6).stores({ papers: 'id', shelves: 'id' });
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
  expect(newer.verno).toBe(6);
  expect(await newer.table('papers').toArray()).toEqual([{ id: 'a:1', shape: 'unknown' }]);
});

test('a newer library that lacks a table of ours is refused and left as it is', async () => {
  const future = new Dexie(freshName());
  future.version(6).stores({ papers: 'id' });
  await future.open();
  future.close();
  const refused = await new OffprintDatabase(future.name).open().catch(failureCode);
  expect(refused).toBe('newer');
  const opened = await new Dexie(future.name).open();
  expect([opened.backendDB().version, opened.tables.map(({ name }) => name)]).toEqual([60, ['papers']]);
  await opened.delete();
});
