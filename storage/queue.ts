/**
 * READ: what to read next, and what was read, from the rows that each change keeps for it (derived-rows.ts). Every function
 * works inside `liveQuery`. A library of an older version is counted first: until then papers are missing (`countedShare`).
 */
import { Dexie } from 'dexie';
import type { ReadingOrder } from '@/utils/paper/reading-order';
import type { Paper } from '@/utils/paper/schema';
import { AHEAD } from '@/utils/paper/status-day';
import type { OffprintDatabase } from './database';

const DAY_MS = 86_400_000;

const INDEX: Readonly<Record<ReadingOrder, string>> = {
  newest: 'unread',
  oldest: 'unread',
  upvotes: '[votes+unread]',
  published: '[published+unread]',
};

/** The next papers that are not read yet; at most `limit`. What is equal comes newest first. */
export async function nextUnread(db: OffprintDatabase, by: ReadingOrder, limit: number): Promise<Paper[]> {
  return db.transaction('r', db.queue, db.papers, async () => {
    const rows = db.queue.orderBy(INDEX[by]);
    return papersOf(db, await (by === 'oldest' ? rows : rows.reverse()).limit(limit).primaryKeys());
  });
}

/** The papers that have waited longest: unread, saved first; at most `limit`. */
export function waitedLongest(db: OffprintDatabase, limit: number): Promise<Paper[]> {
  return nextUnread(db, 'oldest', limit);
}

/** What is being read, begun last in front; at most `limit`. `now` is ISO. */
export async function underWay(db: OffprintDatabase, limit: number, now: string): Promise<Paper[]> {
  return db.transaction('r', db.queue, db.papers, async () => {
    const ahead = believed(now);
    const begun = await since(db, 'reading', '', ahead).reverse().limit(limit).primaryKeys();
    // A day that is not yet is no day.
    const others = await db.queue
      .where('[status+since]')
      .between(['reading', ahead], ['reading', Dexie.maxKey], false)
      .limit(limit)
      .primaryKeys();
    return papersOf(db, [...begun, ...others].slice(0, limit));
  });
}

/**
 * What was read in the last seven days, today among them, read last in front; at most `limit`. `now` is ISO; `offset` are the
 * minutes that the person's clock is behind UTC (`Date.prototype.getTimezoneOffset`).
 */
export async function readThisWeek(
  db: OffprintDatabase,
  now: string,
  offset: number,
  limit: number,
): Promise<Paper[]> {
  const local = Date.parse(now) - offset * 60_000;
  const first = new Date(Math.floor(local / DAY_MS - 6) * DAY_MS + offset * 60_000).toISOString();
  return db.transaction('r', db.queue, db.papers, async () => {
    return papersOf(db, await since(db, 'read', first, believed(now)).reverse().limit(limit).primaryKeys());
  });
}

/** The latest moment (ISO) that is believed. */
function believed(now: string): string {
  return new Date(Date.parse(now) + AHEAD).toISOString();
}

function since(db: OffprintDatabase, status: 'reading' | 'read', from: string, to: string) {
  return db.queue.where('[status+since]').between([status, from], [status, to], true, true);
}

async function papersOf(db: OffprintDatabase, ids: readonly string[]): Promise<Paper[]> {
  return (await db.papers.bulkGet([...ids])).filter((paper) => paper !== undefined);
}
