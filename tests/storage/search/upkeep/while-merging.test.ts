/** Segments are replaced while somebody reads them: that is no damage, and nothing may be thrown away for it. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { OffprintDatabase } from '@/storage/database';
import { openLibrarySearch } from '@/storage/search/library-search';
import { readState } from '@/storage/search/upkeep/index-rows';
import { dropIndex, tellOfDamage, tendIndex } from '@/storage/search/upkeep/tend-index';
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
  await tendIndex(db);
  expect((await readState(db)).segments).toHaveLength(SEGMENTS);
  expect(await db.chunks.count()).toBeGreaterThan(0);
  const other = new OffprintDatabase(db.name);
  onTestFinished(() => other.close());
  return { db, other };
}

/** Before each of the next reads of chunks, one of the first segments is written anew elsewhere. */
function mergeBeforeReads(db: OffprintDatabase, other: OffprintDatabase): { merges: number } {
  const transaction = db.transaction.bind(db) as (...args: unknown[]) => Promise<unknown>;
  const done = { merges: 0 };
  let busy = false;
  const spy = vi.spyOn(db, 'transaction').mockImplementation((async (...args: unknown[]) => {
    if (args[0] === 'r' && args[1] === db.chunks && !busy && done.merges < SEGMENTS) {
      busy = true;
      const before = (await readState(other)).segments;
      await put(other, done.merges * SEGMENT, 90, 2 + done.merges++);
      await tendIndex(other);
      const after = (await readState(other)).segments;
      expect(before.every((segment) => after.includes(segment))).toBe(false);
      busy = false;
    }
    return transaction(...args);
  }) as never);
  onTestFinished(() => spy.mockRestore());
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
}, 30_000);

test('a second worker looks again', async () => {
  const { db, other } = await twice();
  const dropped = [vi.spyOn(db.segments, 'clear'), vi.spyOn(other.segments, 'clear')];
  await put(db, SEGMENT * SEGMENTS - 50, 50, 1000);
  const done = mergeBeforeReads(db, other);
  await tendIndex(db);
  expect(done.merges).toBeGreaterThan(0);
  for (const clear of dropped) expect(clear).not.toHaveBeenCalled();
}, 30_000);

test('what is wrong with a segment that is still current is damage, whatever else was merged', async () => {
  const { db } = await twice();
  const { segments } = await readState(db);
  expect(await dropIndex(db, 'damaged', [999])).toBe(false);
  expect((await readState(db)).segments).toEqual(segments);
  expect(await dropIndex(db, 'damaged', segments.slice(-1))).toBe(true);
  expect((await readState(db)).segments).toEqual([]);
  expect(await dropIndex(db, 'damaged', segments.slice(-1)), 'the next one has nothing to drop').toBe(false);
});

test('damage is told once, and only forgotten when it was told', async () => {
  const db = openDatabase();
  const write = vi.spyOn(db, 'transaction');
  const tell = vi.fn();
  await tellOfDamage(db, tell);
  expect(tell).not.toHaveBeenCalled();
  expect(write.mock.calls.filter(([mode]) => mode === 'rw')).toEqual([]);
  await dropIndex(db, 'damaged');
  const failing = () => {
    throw new Error('the page is gone');
  };
  await expect(tellOfDamage(db, failing)).rejects.toThrow('the page is gone');
  await Promise.all([tellOfDamage(db, tell), tellOfDamage(db, tell)]);
  expect(tell).toHaveBeenCalledTimes(1);
});
