import { expect, test } from 'vitest';
import { markForgotten, readForgotten, writeForgotten } from '@/storage/search/rows/forgotten';
import { openDatabase } from '@/tests/storage/open-database';

test('the mark stands until it is taken away, and set again it is a new one', async () => {
  const db = openDatabase();
  expect(await readForgotten(db)).toBeUndefined();
  await markForgotten(db, 7);
  await writeForgotten(db, { revision: 7, swept: true });
  await markForgotten(db, 9);
  expect(await readForgotten(db)).toEqual({ revision: 9, swept: false });
});
