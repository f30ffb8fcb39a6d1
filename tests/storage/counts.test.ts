import { beforeEach, describe, expect, test } from 'vitest';
import { removePapers, saveCards } from '@/storage/commands';
import {
  allTagCounts,
  countSavedSince,
  countTrashed,
  listedDays,
  readCounts,
  savedDays,
  siteCounts,
  tagCounts,
} from '@/storage/counts';
import type { OffprintDatabase } from '@/storage/database';
import { countAnew } from '@/storage/derive-step';
import { editPapers } from '@/storage/edit';
import { forgetPapers } from '@/storage/forget';
import { at, card, daysAfter, MONDAY, TUESDAY } from './cards';
import { openDatabase } from './open-database';

let db: OffprintDatabase;
const id = (n: number) => `arxiv:2609.0000${n}`;
const save = (n: number, now: string, fields = {}) =>
  saveCards(db, [card({ identifiers: { arxiv: `2609.0000${n}` }, title: `Paper ${n}`, ...fields })], now);
/** In UTC, or some hours east of it. */
const dayIn = (hours: number) => (moment: number) =>
  Number(new Date(moment + hours * 3_600_000).toISOString().slice(0, 10).replaceAll('-', ''));

beforeEach(() => {
  db = openDatabase();
});

/** Four papers, one read, one being read and starred, one in the trash. */
async function fill(): Promise<void> {
  for (const n of [1, 2, 3, 4]) await save(n, at(n));
  await editPapers(db, [id(1)], { set: { status: 'read' } }, at(10));
  await editPapers(db, [id(2)], { set: { status: 'reading', starred: true } }, at(11));
  await removePapers(db, [id(3)], at(12));
}

describe('the numbers of the library', () => {
  test('are those of its papers, and of its trash', async () => {
    const none = { unread: 0, reading: 0, read: 0, starred: 0, trash: 0, papers: 0, share: 1 };
    expect(await readCounts(db)).toEqual(none);
    await fill();
    expect(await readCounts(db)).toEqual({
      ...{ unread: 1, reading: 1, read: 1, starred: 1, trash: 1, papers: 3, share: 1 },
    });
    expect(await countTrashed(db)).toBe(1);
  });

  test('follow when papers in the trash are deleted for good', async () => {
    await fill();
    await forgetPapers(db, [id(3)], at(20));
    expect(await readCounts(db)).toMatchObject({ trash: 0, papers: 3 });
  });

  test('tell how many papers they are of, while a library is counted; the trash is known before', async () => {
    await fill();
    await db.transaction('rw', db.counts, db.queue, db.settings, async () => countAnew(db));
    expect(await readCounts(db)).toMatchObject({ unread: 0, trash: 0, papers: 3, share: 0 });
    expect(await countTrashed(db)).toBe(1);
    expect(await countSavedSince(db, at(2))).toBe(2);
  });
});

test('papers saved since a moment are counted within a quarter of an hour, too', async () => {
  for (const [n, minute] of [0, 7, 14, 15, 16, 90].entries()) await save(n, at(minute));
  const counts = await Promise.all(
    [0, 1, 7, 8, 15, 16, 17, 90, 91].map((minute) => countSavedSince(db, at(minute))),
  );
  expect(counts).toEqual([6, 5, 5, 4, 3, 2, 1, 1, 0]);
});

describe('tags', () => {
  beforeEach(async () => {
    for (const n of [1, 2, 3]) await save(n, at(n));
    await editPapers(db, [id(1), id(2)], { add: { tags: ['vision', 'ML'] } }, at(5));
    await editPapers(db, [id(3)], { add: { tags: ['ML', 'a'] } }, at(6));
  });

  test('come by their numbers, some at a time', async () => {
    expect(await tagCounts(db, 2)).toEqual([
      { tag: 'ML', papers: 3 },
      { tag: 'vision', papers: 2 },
    ]);
    expect(await tagCounts(db, 2, 2)).toEqual([{ tag: 'a', papers: 1 }]);
  });

  test('come all by name', async () => {
    expect((await allTagCounts(db)).map(({ tag }) => tag)).toEqual(['a', 'ML', 'vision']);
  });

  test('leave with their last paper', async () => {
    await removePapers(db, [id(3)], at(7));
    expect(await tagCounts(db, 9)).toEqual([
      { tag: 'vision', papers: 2 },
      { tag: 'ML', papers: 2 },
    ]);
  });
});

test('sites come by their numbers, each paper once', async () => {
  await save(1, at(1), { listing: MONDAY });
  await save(1, at(2), { listing: TUESDAY });
  await save(2, at(3), { listing: MONDAY });
  await save(2, at(4), { site: 'arxiv', listing: 'https://arxiv.org/list/cs.CL/new' });
  expect(await siteCounts(db)).toEqual([
    { site: 'huggingface', papers: 2 },
    { site: 'arxiv', papers: 1 },
  ]);
});

describe('days', () => {
  test('of listing come newest first, page by page; a paper lies in its latest', async () => {
    await save(1, at(1), { listing: MONDAY, listedAt: '2026-09-28' });
    await save(1, at(2), { listing: TUESDAY, listedAt: '2026-09-29' });
    await save(2, at(3), { listing: MONDAY, listedAt: '2026-09-28' });
    await save(3, at(4), { listing: MONDAY, listedAt: '2026-09-28' });
    const first = await listedDays(db, 1);
    expect(first).toEqual({ days: [{ day: '2026-09-29', papers: 1 }], next: '2026-09-28' });
    expect(await listedDays(db, 1, first.next)).toEqual({ days: [{ day: '2026-09-28', papers: 2 }] });
  });

  test('of saving are those of the person, page by page', async () => {
    const moments = ['T20:00', 'T21:10', 'T23:40', 'T23:50'].map((time) => `2026-09-28${time}:00.000Z`);
    for (const [n, now] of [...moments, daysAfter(3)].entries()) await save(n, now);
    const utc = await savedDays(db, dayIn(0), 1);
    expect(utc.days).toEqual([{ day: daysAfter(3).slice(0, 10), papers: 1 }]);
    expect(await savedDays(db, dayIn(0), 9, utc.next)).toEqual({ days: [{ day: '2026-09-28', papers: 4 }] });
    const east = await savedDays(db, dayIn(2.75), 9, utc.next);
    expect(east.days).toEqual([
      { day: '2026-09-29', papers: 2 },
      { day: '2026-09-28', papers: 2 },
    ]);
  });
});
