import { expect, test } from 'vitest';
import { at } from '@/tests/storage/cards';
import { storedPaper } from '@/tests/storage/papers';
import { compareWaiting, READING_ORDERS, type Waiting } from '@/utils/paper/reading-order';

const waiting = (id: string, minutes: number, upvotes: number, publishedAt?: string): Waiting => ({
  paper: storedPaper({ id, savedAt: at(minutes), ...(publishedAt && { publishedAt }) }),
  upvotes,
});
const ALL = [waiting('a:1', 1, 5, '2026'), waiting('a:2', 2, 9), waiting('a:3', 3, 5, '2026-09')];

test.each([
  ['newest', ['a:3', 'a:2', 'a:1']],
  ['oldest', ['a:1', 'a:2', 'a:3']],
  ['upvotes', ['a:2', 'a:3', 'a:1']],
  ['published', ['a:3', 'a:1', 'a:2']],
] as const)('%s', (by, ids) => {
  expect(READING_ORDERS).toContain(by);
  expect(ALL.toSorted(compareWaiting(by)).map(({ paper }) => paper.id)).toEqual(ids);
});
