import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  historyEntries,
  isBehind,
  newestPapers,
  papersByAge,
  papersWithSightings,
  placeByAge,
  recentHistory,
  sightingsOf,
  trashedIds,
  trashedPapers,
  upgradePosition,
} from '@/storage/library';
import { at } from './cards';
import { openDatabase, withDatabase } from './open-database';
import { storedPaper } from './papers';

test('the newest papers come newest first, no more than asked for', async () => {
  const db = openDatabase();
  await db.papers.bulkAdd([
    storedPaper({ id: 'a:1', savedAt: at(5) }),
    storedPaper({ id: 'a:2', savedAt: at(9) }),
    storedPaper({ id: 'a:3', savedAt: at(1) }),
  ]);
  expect((await newestPapers(db, 2)).map(({ id }) => id)).toEqual(['a:2', 'a:1']);
});

test('the newest papers of one moment come by id, also where the limit cuts that', async () => {
  const moments = fc.array(fc.nat(4), { maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(moments, fc.integer({ min: 1, max: 16 }), (saved, limit) =>
      withDatabase(async (db) => {
        const papers = saved.map((moment, index) =>
          storedPaper({ id: `a:${String.fromCharCode(97 + index)}`, savedAt: at(moment) }),
        );
        await db.papers.bulkAdd(papers);
        const expected = papers.sort((a, b) =>
          a.savedAt === b.savedAt ? 0 : a.savedAt < b.savedAt ? 1 : -1,
        );
        expect(await newestPapers(db, limit)).toEqual(expected.slice(0, limit));
      }),
    ),
  );
});

test('any window of the newest papers, and the place of each, is that of all of them', async () => {
  const moments = fc.array(fc.nat(4), { minLength: 1, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(moments, fc.nat(14), fc.nat(14), (saved, from, count) =>
      withDatabase(async (db) => {
        await db.papers.bulkAdd(
          saved.map((moment, index) =>
            storedPaper({ id: `a:${String.fromCharCode(97 + index)}`, savedAt: at(moment) }),
          ),
        );
        const all = await newestPapers(db, saved.length);
        const window = await papersByAge(db, from, from + count, saved.length);
        expect(window.map(({ id }) => id)).toEqual(all.slice(from, from + count).map(({ id }) => id));
        for (const [place, { id }] of all.entries()) expect(await placeByAge(db, id)).toBe(place);
        expect(await placeByAge(db, 'a:none')).toBeUndefined();
      }),
    ),
  );
});

test('the ids of the trash have the order of its papers', async () => {
  const db = openDatabase();
  await db.trash.bulkAdd(
    ['a:1', 'a:2', 'a:3'].map((id, index) => ({
      ...{ id, trashedAt: at(index % 2), paper: storedPaper({ id }), sightings: [] },
    })),
  );
  expect(await trashedIds(db)).toEqual((await trashedPapers(db, 9)).map(({ id }) => id));
});

test('the entries of the history are those that it tells of, also where earlier ones are known or gone', async () => {
  const db = openDatabase();
  const intentions = ['save', 'look', 'remove', 'undo', 'save'] as const;
  const add = () =>
    db.journal.bulkAdd(intentions.map((intention) => ({ at: at(0), intention, papers: 1 }) as never));
  await add();
  const told = async () =>
    (await recentHistory(db, 99)).map(({ entry, intention }) => ({ entry, intention })).toReversed();
  const known = await historyEntries(db);
  expect(known).toEqual(await told());
  expect(known).toHaveLength(3);
  await add();
  await db.journal.delete(known[0]?.entry ?? 0);
  expect(await historyEntries(db, known)).toEqual(await told());
});

test('of hundreds saved at once only those are read that are asked for', async () => {
  const db = openDatabase();
  await db.papers.bulkAdd(
    Array.from({ length: 300 }, (_, index) => storedPaper({ id: `a:${1000 + index}`, savedAt: at(0) })),
  );
  const read = vi.fn();
  db.papers.hook('reading', (paper) => {
    read();
    return paper;
  });
  expect((await newestPapers(db, 50)).map(({ id }) => id)).toEqual(
    Array.from({ length: 50 }, (_, index) => `a:${1000 + index}`),
  );
  expect(read).toHaveBeenCalledTimes(50);
});

test('the whole library has every sighting beside its paper', async () => {
  const db = openDatabase();
  const sighting = { site: 's', seenAt: at(0) };
  const first = { ...sighting, paper: 'a:1', url: 'https://a.example/1' };
  const second = { ...sighting, paper: 'a:1', url: 'https://a.example/2' };
  await db.papers.bulkAdd([storedPaper({ id: 'a:1' }), storedPaper({ id: 'a:2' })]);
  await db.sightings.bulkAdd([first, second]);
  const { papers, sightings } = await papersWithSightings(db);
  expect(papers.map(({ id }) => id)).toEqual(['a:1', 'a:2']);
  expect([...sightings]).toEqual([['a:1', [first, second]]]);
});

test('the sightings of a paper are its own', async () => {
  const db = openDatabase();
  const sighting = { site: 's', seenAt: at(0), url: 'https://a.example/1' };
  await db.sightings.bulkAdd([
    { ...sighting, paper: 'a:1' },
    { ...sighting, paper: 'a:12' },
  ]);
  expect(await sightingsOf(db, 'a:1')).toEqual([{ ...sighting, paper: 'a:1' }]);
});

test('rows of older versions are told of, and keys of older rules', async () => {
  const db = openDatabase();
  expect(await upgradePosition(db)).toBeUndefined();
  await db.settings.put({ name: 'upgrade', value: { table: 'trash', after: 'a:1' } });
  expect(await upgradePosition(db)).toEqual({ table: 'trash', after: 'a:1' });
  await db.settings.delete('upgrade');
  await db.settings.put({ name: 'keys', value: 1 });
  expect(await upgradePosition(db)).toEqual({ table: 'papers' });
});

test('a library is behind until its rows, its numbers and its history are brought up to date', async () => {
  const db = openDatabase();
  expect(await isBehind(db)).toBe(false);
  for (const name of ['upgrade', 'counting', 'touching'] as const) {
    await db.settings.put({ name, value: {} });
    expect(await isBehind(db)).toBe(true);
    await db.settings.delete(name);
  }
  await db.settings.put({ name: 'keys', value: 'of before' });
  expect(await isBehind(db)).toBe(true);
});
