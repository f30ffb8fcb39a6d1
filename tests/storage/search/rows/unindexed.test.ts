import { expect, test } from 'vitest';
import { PAPERS_INDEX, papersIndex } from '@/storage/search/families/papers-index';
import { emptyState, readState } from '@/storage/search/rows/index-state';
import { unindexed } from '@/storage/search/rows/unindexed';
import { tendIndex, tendOnce } from '@/storage/search/upkeep/tend-index';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';

/** A database with five times 400 removals at revisions 11 to 15; one of those papers was saved again. */
async function manyRemoved() {
  const db = openDatabase();
  await db.tombstones.bulkPut(
    Array.from({ length: 2000 }, (_, index) => ({
      id: `a:${String(index).padStart(4, '0')}`,
      revision: 11 + Math.floor(index / 400),
      at: '2026-10-01T06:00:00.000Z',
    })),
  );
  const again = storedPaper({ id: 'a:1999', title: 'Lantern', revision: 20 });
  const others = Array.from({ length: 20 }, (_, index) => storedPaper({ id: `b:${index}`, revision: 1 }));
  await db.papers.bulkPut([again, ...others]);
  return db;
}

test('removals come in parts of whole revisions, and before all papers', async () => {
  const db = await manyRemoved();
  const sizes: [removed: number, papers: number, mark: number][] = [];
  for (let mark = emptyState(PAPERS_INDEX.version); sizes.length < 3; ) {
    const news = await unindexed(db, mark, 100, 1000);
    sizes.push([news.removed.length, news.papers.length, news.mark.removed]);
    mark = { ...mark, ...news.mark };
  }
  expect(sizes).toEqual([
    [1200, 0, 13],
    [800, 21, 15],
    [0, 0, 15],
  ]);
  expect(
    (await unindexed(db, emptyState(PAPERS_INDEX.version), 100)).removed,
    'a page needs them all',
  ).toHaveLength(2000);
});

test('the worker goes through them step by step, and keeps what was saved again', async () => {
  const db = await manyRemoved();
  expect(await tendOnce(papersIndex(db))).toBe(true);
  expect(await readState(papersIndex(db))).toMatchObject({ removed: 13, revision: -1, segments: [] });
  await tendIndex(papersIndex(db));
  const { segments, removed } = await readState(papersIndex(db));
  expect([segments.length, removed]).toEqual([1, 15]);
  expect(await db.deletions.count()).toBe(0);
});
