/** A page's index while it is being made anew. */

import { expect, onTestFinished, test, vi } from 'vitest';
import type { OffprintDatabase } from '@/storage/database';
import { papersIndex } from '@/storage/search/families/papers-index';
import { openLibrarySearch } from '@/storage/search/library-search';
import { PageReader } from '@/storage/search/page/page-index';
import { Memory } from '@/storage/search/snapshot/memory';
import { tendIndex } from '@/storage/search/upkeep/tend-index';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';
import { words } from '../memory-index';

async function put(db: OffprintDatabase, count: number, title: string, revision: number): Promise<void> {
  await db.papers.bulkPut(
    Array.from({ length: count }, (_, index) => storedPaper({ id: `a:${index}`, title, revision })),
  );
  await db.settings.bulkPut([
    { name: 'revision', value: revision },
    { name: 'papers', value: await db.papers.count() },
  ]);
}

/** Thirty papers that are indexed, of which one was changed since. */
async function library(): Promise<OffprintDatabase> {
  const db = openDatabase();
  await put(db, 30, 'Lantern', 1);
  await tendIndex(papersIndex(db));
  await put(db, 1, 'Fresh lantern', 2);
  return db;
}

/** From now on this happens whenever a page has indexed what is new. */
function afterKeeping(happen: () => unknown) {
  const { keep } = Memory.prototype;
  const spy = vi.spyOn(Memory.prototype, 'keep').mockImplementation(async function (this: Memory, ...args) {
    await keep.apply(this, args);
    await happen();
  });
  onTestFinished(() => spy.mockRestore());
  return spy;
}

test('what is forgotten in the middle of reading does not mix with what is read', async () => {
  const db = await library();
  const reader = new PageReader(papersIndex(db));
  const spy = afterKeeping(() => reader.forget());
  for (const _ of [1, 2]) {
    const { snapshot } = await reader.read();
    expect(snapshot.live).toBe(30);
    expect((await snapshot.lengths([0]))[0]).toHaveLength(31);
    expect((await snapshot.find(['a:0', 'a:1'])).size).toBe(2);
  }
  spy.mockRestore();
  expect((await (await reader.read()).snapshot.find(['a:0', 'a:1'])).size).toBe(2);
});

test('whether rows are left of a lost index is asked only where no state is there', async () => {
  const db = await library();
  const asked = [db.segments, db.chunks, db.deletions].map((table) => vi.spyOn(table, 'toCollection'));
  await new PageReader(papersIndex(db)).read();
  for (const spy of asked) expect(spy).not.toHaveBeenCalled();
  await db.index.delete('state');
  await expect(new PageReader(papersIndex(db)).read()).rejects.toThrow('state');
});

test('until the next one is ready, the last one answers', async () => {
  const db = await library();
  const onError = vi.fn();
  const search = openLibrarySearch(db, { onChange() {}, onError });
  onTestFinished(() => search.close());
  expect((await search.find(words('fresh'), { limit: 5 })).total).toBe(1);
  let release = (): void => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const spy = afterKeeping(() => gate);
  await put(db, 1, 'Newer lantern', 3);
  await vi.waitFor(() => expect(spy).toHaveBeenCalled());
  const first = search.find(words('fre'), { limit: 5 }).then(({ hits }) => hits.length);
  const late = new Promise((resolve) => setTimeout(resolve, 500, 'waits'));
  expect(await Promise.race([first, late])).toBe(1);
  release();
  await vi.waitFor(async () => expect((await search.find(words('newer'), { limit: 5 })).total).toBe(1));
  expect((await search.find(words('fresh'), { limit: 5 })).total).toBe(0);
  expect(onError).not.toHaveBeenCalled();
});
