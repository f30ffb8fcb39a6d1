import { expect, onTestFinished, test, vi } from 'vitest';
import { rowsAt } from '@/storage/read-directly';
import { PAPERS_KEPT, PaperCache } from '@/storage/search/page/paper-cache';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';

vi.mock('@/storage/read-directly', { spy: true });
const { rowsAt: readRows } =
  await vi.importActual<typeof import('@/storage/read-directly')>('@/storage/read-directly');

/** A cache over a library of `count` papers, and the ids that are read from the database. */
async function cacheOf(count: number) {
  const db = openDatabase();
  const ids = Array.from({ length: count }, (_, index) => `a:${index}`);
  await db.papers.bulkPut(ids.map((id) => storedPaper({ id })));
  const reads: unknown[] = [];
  const get = IDBObjectStore.prototype.get;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
    this: IDBObjectStore,
    key,
  ) {
    if (this.name === 'papers') reads.push(key);
    return get.call(this, key);
  });
  onTestFinished(() => spy.mockRestore());
  return { db, cache: new PaperCache(db), ids, reads };
}

test('papers come in the order asked for; what is not there is undefined, however often it is asked for', async () => {
  const { cache } = await cacheOf(3);
  for (const _ of [1, 2]) {
    const found = await cache.begin()(['a:2', 'a:9', 'a:0', 'a:2']);
    expect(found.map((paper) => paper?.id)).toEqual(['a:2', undefined, 'a:0', 'a:2']);
  }
});

test('only what was not read lately is read', async () => {
  const { cache, reads } = await cacheOf(3);
  await cache.begin()(['a:0', 'a:1']);
  await cache.begin()(['a:1', 'a:0']);
  expect(reads).toEqual(['a:0', 'a:1']);
  await cache.begin()(['a:1', 'a:2']);
  expect(reads).toEqual(['a:0', 'a:1', 'a:2']);
});

test('what was used longest ago is let go', async () => {
  const { cache, ids, reads } = await cacheOf(PAPERS_KEPT + 1);
  await cache.begin()(ids.slice(0, PAPERS_KEPT));
  await cache.begin()(['a:0']);
  await cache.begin()(ids.slice(PAPERS_KEPT)); // a:1 goes
  reads.length = 0;
  await cache.begin()(['a:0', 'a:2', ...ids.slice(-2)]);
  expect(reads).toEqual([]);
  await cache.begin()(['a:1']);
  expect(reads).toEqual(['a:1']);
});

test('what was read ahead is read no more', async () => {
  const { cache, ids, reads } = await cacheOf(120);
  await cache.readAhead(ids);
  reads.length = 0;
  expect((await cache.begin()(ids)).map((paper) => paper?.id)).toEqual(ids);
  expect(reads).toEqual([]);
});

test('after a change of the library it answers with what that holds now', async () => {
  const { db, cache } = await cacheOf(2);
  await cache.begin()(['a:0', 'a:1']);
  await db.transaction('rw', db.papers, db.settings, async () => {
    await db.papers.put(storedPaper({ id: 'a:0', title: 'Lanterns, revised' }));
    await db.papers.delete('a:1');
    await db.settings.put({ name: 'revision', value: 7 });
  });
  const found = await cache.begin()(['a:0', 'a:1']);
  expect(found.map((paper) => paper?.title)).toEqual(['Lanterns, revised', undefined]);
});

test('what was read before a change is not kept as what came after it', async () => {
  const { db, cache } = await cacheOf(1);
  const first = cache.begin();
  await first([]);
  vi.mocked(rowsAt).mockImplementationOnce(async (...wish) => {
    const rows = await readRows(...wish);
    await db.transaction('rw', db.papers, db.settings, async () => {
      await db.papers.put(storedPaper({ id: 'a:0', title: 'Lanterns, revised' }));
      await db.settings.put({ name: 'revision', value: 7 });
    });
    await cache.begin()([]); // somebody else asks meanwhile
    return rows;
  });
  await first(['a:0']);
  const [after] = await cache.begin()(['a:0']);
  expect(after?.title).toBe('Lanterns, revised');
});
