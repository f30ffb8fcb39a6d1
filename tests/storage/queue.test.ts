import { beforeEach, expect, test } from 'vitest';
import { saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { editPapers } from '@/storage/edit';
import { nextUnread, readThisWeek, underWay, waitedLongest } from '@/storage/queue';
import type { Paper } from '@/utils/paper/schema';
import { at, card, daysAfter } from './cards';
import { openDatabase } from './open-database';

let db: OffprintDatabase;
const id = (n: number) => `arxiv:2609.0000${n}`;
const numbers = (papers: readonly Paper[]) => papers.map((paper) => Number(paper.id.slice(-1)));
const set = (n: number, status: Paper['status'], now: string) =>
  editPapers(db, [id(n)], { set: { status } }, now);

beforeEach(async () => {
  db = openDatabase();
  for (const n of [1, 2, 3, 4])
    await saveCards(
      db,
      [
        card({
          identifiers: { arxiv: `2609.0000${n}` },
          upvotes: [0, 3, 9, 1, 5][n],
          publishedAt: `202${n}`,
        }),
      ],
      at(n),
    );
});

test('what is unread comes in the order that was chosen', async () => {
  await set(4, 'read', at(10));
  expect(numbers(await nextUnread(db, 'newest', 2))).toEqual([3, 2]);
  expect(numbers(await nextUnread(db, 'upvotes', 9))).toEqual([2, 1, 3]);
  expect(numbers(await nextUnread(db, 'published', 9))).toEqual([3, 2, 1]);
  expect(numbers(await waitedLongest(db, 2))).toEqual([1, 2]);
});

test('what is under way comes by when it was begun', async () => {
  await set(1, 'reading', at(20));
  await set(2, 'reading', at(30));
  expect(numbers(await underWay(db, 9, at(40)))).toEqual([2, 1]);
});

test('what was read this week goes by the days of the person', async () => {
  await set(1, 'read', '2026-10-01T23:30:00.000Z');
  await set(2, 'read', '2026-10-02T00:30:00.000Z');
  await set(3, 'read', '2026-10-08T09:00:00.000Z');
  const now = '2026-10-08T10:00:00.000Z';
  expect(numbers(await readThisWeek(db, now, 0, 9))).toEqual([3, 2]);
  expect(numbers(await readThisWeek(db, now, -60, 9))).toEqual([3, 2, 1]); // an hour ahead of UTC it was the 2nd
  expect(numbers(await readThisWeek(db, now, 60, 9))).toEqual([3]); // an hour behind it was the 1st
  expect(numbers(await readThisWeek(db, daysAfter(60), 0, 9))).toEqual([]);
});
