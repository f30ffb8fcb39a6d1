/** READ: what to read next, and what was read. Every function works inside `liveQuery`. */
import { compareWaiting, type ReadingOrder } from '@/utils/paper/reading-order';
import type { Paper } from '@/utils/paper/schema';
import { statusDay } from '@/utils/paper/status-day';
import type { OffprintDatabase } from './database';

const DAY_MS = 86_400_000;

/** The next papers that are not read yet, those under way first; at most `limit`. */
export async function nextUnread(db: OffprintDatabase, by: ReadingOrder, limit: number): Promise<Paper[]> {
  return db.transaction('r', db.papers, db.sightings, async () => {
    if (by === 'newest' || by === 'oldest') {
      const saved = by === 'newest' ? db.papers.orderBy('savedAt').reverse() : db.papers.orderBy('savedAt');
      return saved
        .filter(({ status }) => status === 'unread')
        .limit(limit)
        .toArray();
    }
    const papers = await db.papers.filter(({ status }) => status === 'unread').toArray();
    const upvotes = by === 'upvotes' ? await mostUpvotes(db) : new Map<string, number>();
    const waiting = papers.map((paper) => ({ paper, upvotes: upvotes.get(paper.id) ?? 0 }));
    return waiting
      .sort(compareWaiting(by))
      .slice(0, limit)
      .map(({ paper }) => paper);
  });
}

/** The papers that have waited longest: unread, saved first; at most `limit`. */
export function waitedLongest(db: OffprintDatabase, limit: number): Promise<Paper[]> {
  return nextUnread(db, 'oldest', limit);
}

/** What is being read, begun last in front; at most `limit`. `now` is ISO. */
export async function underWay(db: OffprintDatabase, limit: number, now: string): Promise<Paper[]> {
  const papers = await db.papers.filter(({ status }) => status === 'reading').toArray();
  return byStatusDay(papers, now).slice(0, limit);
}

/**
 * What was read in the last seven days, today among them, read last in front. `now` is ISO; `offset` are the minutes that the
 * person's clock is behind UTC (`Date.prototype.getTimezoneOffset`).
 */
export async function readThisWeek(db: OffprintDatabase, now: string, offset: number): Promise<Paper[]> {
  const local = Date.parse(now) - offset * 60_000;
  const first = Math.floor(local / DAY_MS - 6) * DAY_MS + offset * 60_000;
  const since = new Date(first).toISOString();
  const papers = await db.papers.filter(({ status }) => status === 'read').toArray();
  return byStatusDay(papers, now).filter((paper) => (statusDay(paper, now) ?? '') >= since);
}

function byStatusDay(papers: readonly Paper[], now: string): Paper[] {
  const dated = papers.map((paper) => ({ paper, at: statusDay(paper, now) ?? '' }));
  return dated.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).map(({ paper }) => paper);
}

async function mostUpvotes(db: OffprintDatabase): Promise<Map<string, number>> {
  const most = new Map<string, number>();
  await db.sightings.each(({ paper, upvotes = 0 }) => {
    most.set(paper, Math.max(most.get(paper) ?? 0, upvotes));
  });
  return most;
}
