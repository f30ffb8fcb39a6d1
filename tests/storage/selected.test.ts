import { beforeEach, expect, test } from 'vitest';
import type { OffprintDatabase } from '@/storage/database';
import { holdsForAll, tagsAmong } from '@/storage/selected';
import { openDatabase } from './open-database';
import { storedPaper } from './papers';

/** More than are read at once. */
const MANY = 1203;
const ids = Array.from({ length: MANY }, (_, index) => `a:${index}`);
let db: OffprintDatabase;

beforeEach(async () => {
  db = openDatabase();
  await db.papers.bulkAdd(
    ids.map((id, index) =>
      storedPaper({ id, tags: index % 3 === 0 ? ['salt', 'lamps'] : ['lamps'], starred: index < 1100 }),
    ),
  );
});

test('tags are counted over all parts, the most frequent first; papers that have gone count for nothing', async () => {
  expect(await tagsAmong(db, [...ids, 'gone'])).toEqual([
    { tag: 'lamps', count: MANY },
    { tag: 'salt', count: MANY / 3 },
  ]);
  expect(await tagsAmong(db, [])).toEqual([]);
});

test('something holds for all only if it does in every part', async () => {
  const starred = (some: string[]) => holdsForAll(db, some, (paper) => paper.starred);
  expect(await starred(ids.slice(0, 1100))).toBe(true);
  expect(await starred([...ids.slice(0, 1100), 'gone'])).toBe(true);
  expect(await starred(ids)).toBe(false);
});
