import { beforeEach, expect, test } from 'vitest';
import type { OffprintDatabase } from '@/storage/database';
import { papersIndex } from '@/storage/search/families/papers-index';
import { markForgotten, readForgotten } from '@/storage/search/rows/forgotten';
import { readState } from '@/storage/search/rows/index-state';
import { endSweep, sweep } from '@/storage/search/upkeep/sweep';
import { tendIndex } from '@/storage/search/upkeep/tend-index';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';

let db: OffprintDatabase;
beforeEach(async () => {
  db = openDatabase();
  const ids = Array.from({ length: 20 }, (_, index) => `a:${String(index).padStart(2, '0')}`);
  await db.papers.bulkPut(ids.map((id) => storedPaper({ id, title: 'Lantern', revision: 1 })));
  await tendIndex(papersIndex(db));
});

test('finds the documents whose papers are gone, once, without any tombstone', async () => {
  await db.papers.bulkDelete(['a:03', 'a:19']);
  expect(await sweep(papersIndex(db)), 'nobody asked').toBe(false);
  await markForgotten(db, 2);
  expect(await sweep(papersIndex(db))).toBe(true);
  expect(await db.deletions.count()).toBe(1);
  expect(await sweep(papersIndex(db))).toBe(false);
  expect(await readForgotten(db)).toEqual({ revision: 2, swept: true });
});

test('lets the state name no paper that is gone, and marks the same place', async () => {
  expect(await readState(papersIndex(db))).toMatchObject({ revision: 1, id: 'a:19' });
  await db.papers.bulkDelete(['a:18', 'a:19']);
  await markForgotten(db, 2);
  await sweep(papersIndex(db));
  expect(await readState(papersIndex(db))).toMatchObject({ revision: 1, id: 'a:17' });
});

test('ends only when it was done', async () => {
  await markForgotten(db, 2);
  await endSweep(papersIndex(db));
  expect(await readForgotten(db)).toBeDefined();
  await tendIndex(papersIndex(db));
  expect(await readForgotten(db)).toBeUndefined();
});

test('of a library that is empty now, no segment is left', async () => {
  await db.papers.clear();
  await markForgotten(db, 2);
  await tendIndex(papersIndex(db));
  expect(await readState(papersIndex(db))).toMatchObject({ segments: [], id: '' });
  expect((await db.segments.count()) + (await db.chunks.count()) + (await db.deletions.count())).toBe(0);
});
