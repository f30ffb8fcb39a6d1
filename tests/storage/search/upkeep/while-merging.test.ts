/** Segments are replaced while somebody reads them: that is no damage, and nothing may be thrown away for it. */

import { expect, onTestFinished, test, vi } from 'vitest';
import { OffprintDatabase } from '@/storage/database';
import { papersIndex } from '@/storage/search/families/papers-index';
import { openLibrarySearch } from '@/storage/search/library-search';
import { dropIndex } from '@/storage/search/rows/drop-index';
import { readState } from '@/storage/search/rows/index-state';
import { tendIndex } from '@/storage/search/upkeep/tend-index';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';
import { words } from '../memory-index';

/** How many papers a segment has at first. */
const SEGMENT = 200;
const SEGMENTS = 4;

function paperOf(number: number, revision: number) {
  const note = Array.from({ length: 40 }, (_, place) => `w${(number * 7919 + place * 104_729) % 1_000_003}`);
  const id = `a:${String(number).padStart(4, '0')}`;
  return storedPaper({ id, title: 'Lantern', note: note.join(' '), revision });
}

/** Saves so many papers from this number on. */
async function put(db: OffprintDatabase, from: number, count: number, revision: number): Promise<void> {
  await db.papers.bulkPut(Array.from({ length: count }, (_, index) => paperOf(from + index, revision)));
  await db.settings.bulkPut([
    { name: 'revision', value: revision },
    { name: 'papers', value: await db.papers.count() },
  ]);
}

/** An index of some segments that are too large for one row; and the same database, opened once more. */
async function twice(): Promise<{ db: OffprintDatabase; other: OffprintDatabase }> {
  const db = openDatabase();
  await put(db, 0, SEGMENT * SEGMENTS, 1);
  await tendIndex(papersIndex(db));
  expect((await readState(papersIndex(db))).segments).toHaveLength(SEGMENTS);
  expect(await db.chunks.count()).toBeGreaterThan(0);
  const other = new OffprintDatabase(db.name);
  onTestFinished(() => other.close());
  return { db, other };
}

const { before } = vi.hoisted(() => ({ before: { read: async (_db: object, _table: string) => {} } }));
vi.mock('@/storage/read-directly', async (original) => {
  const real = await original<typeof import('@/storage/read-directly')>();
  const readDirectly: typeof real.readDirectly = async (db, tables, work) => {
    await before.read(db, tables[0] ?? '');
    return real.readDirectly(db, tables, work);
  };
  return { ...real, readDirectly };
});

/** Before each of the next reads of chunks, one of the first segments is written anew elsewhere. */
function mergeBeforeReads(db: OffprintDatabase, other: OffprintDatabase): { merges: number } {
  const done = { merges: 0 };
  let busy = false;
  before.read = async (reading, table) => {
    if (reading !== db || table !== 'chunks' || busy || done.merges >= SEGMENTS) return;
    busy = true;
    const old = (await readState(papersIndex(other))).segments;
    await put(other, done.merges * SEGMENT, 90, 2 + done.merges++);
    await tendIndex(papersIndex(other));
    const now = (await readState(papersIndex(other))).segments;
    expect(old.every((segment) => now.includes(segment))).toBe(false);
    busy = false;
  };
  onTestFinished(() => {
    before.read = async () => {};
  });
  return done;
}

test('a page reads again', async () => {
  const { db, other } = await twice();
  const dropped = vi.spyOn(db.segments, 'clear');
  const done = mergeBeforeReads(db, other);
  const onError = vi.fn();
  const onRepair = vi.fn();
  const search = openLibrarySearch(db, { onChange() {}, onError, onRepair });
  onTestFinished(() => search.close());
  expect((await search.find(words('lantern'), { limit: 5 })).total).toBe(SEGMENT * SEGMENTS);
  await vi.waitFor(async () => {
    await search.find(words(`w${done.merges}`), { limit: 5 });
    expect(done.merges).toBe(SEGMENTS);
  });
  expect((await search.find(words('lantern'), { limit: 5 })).total).toBe(SEGMENT * SEGMENTS);
  expect(dropped).not.toHaveBeenCalled();
  expect(onRepair).not.toHaveBeenCalled();
  expect(onError).not.toHaveBeenCalled();
});

test('a second worker looks again', async () => {
  const { db, other } = await twice();
  const dropped = [vi.spyOn(db.segments, 'clear'), vi.spyOn(other.segments, 'clear')];
  await put(db, SEGMENT * SEGMENTS - 50, 50, 1000);
  const done = mergeBeforeReads(db, other);
  await tendIndex(papersIndex(db));
  expect(done.merges).toBeGreaterThan(0);
  for (const clear of dropped) expect(clear).not.toHaveBeenCalled();
});

test('what is wrong with a segment that is still current is damage, whatever else was merged', async () => {
  const { db } = await twice();
  const { segments } = await readState(papersIndex(db));
  expect(await dropIndex(papersIndex(db), 'damaged', [999])).toBe(false);
  expect((await readState(papersIndex(db))).segments).toEqual(segments);
  expect(await dropIndex(papersIndex(db), 'damaged', segments.slice(-1))).toBe(true);
  expect((await readState(papersIndex(db))).segments).toEqual([]);
  expect(
    await dropIndex(papersIndex(db), 'damaged', segments.slice(-1)),
    'the next one has nothing to drop',
  ).toBe(false);
});
