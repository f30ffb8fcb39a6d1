import { afterEach, expect, test, vi } from 'vitest';
import { createTender } from '@/entrypoints/background/tender';
import * as alike from '@/storage/alike-step';
import { alikeMark } from '@/storage/duplicates';
import { papersIndex } from '@/storage/search/families/papers-index';
import { readState } from '@/storage/search/rows/index-state';
import * as tending from '@/storage/search/upkeep/tend-index';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';

afterEach(() => void vi.restoreAllMocks());

test('brings the index up to date, however often it is asked', async () => {
  const db = openDatabase();
  await db.papers.bulkAdd(Array.from({ length: 20 }, (_, number) => storedPaper({ id: `a:${number}` })));
  const tendIndex = vi.spyOn(tending, 'tendIndex');
  const step = vi.spyOn(alike, 'alikeStep');
  const tend = createTender(db);
  for (let times = 0; times < 5; times++) tend();
  await vi.waitFor(async () => expect((await readState(papersIndex(db))).segments).toEqual([1]));
  await vi.waitFor(() => expect(tendIndex).toHaveBeenCalledTimes(2));
  // Or the end of this test closes the database underneath it, which the next test hears as a warning.
  await Promise.all(tendIndex.mock.results.map(({ value }) => value));
  await vi.waitFor(async () => expect(await step.mock.results.at(-1)?.value).toBe(false));
  expect(await alikeMark(db)).toMatchObject({ revision: 1 });
});

test('tells the console why it failed, and tries again when asked', async () => {
  const db = openDatabase();
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const tendIndex = vi.spyOn(tending, 'tendIndex').mockRejectedValueOnce(new Error('the disk is gone'));
  const tend = createTender(db);
  tend();
  await vi.waitFor(() => expect(warn).toHaveBeenCalledTimes(1));
  tend();
  await vi.waitFor(() => expect(tendIndex).toHaveBeenCalledTimes(2));
});
