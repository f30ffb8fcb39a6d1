/** READ: what many papers have in common, read in parts, so that thousands of them do not lie in memory at once. */
import { chunks } from '@/utils/chunks';
import type { Paper } from '@/utils/paper/schema';
import type { OffprintDatabase } from './database';

/** Papers read at once: some 50 ms. */
const PART = 500;

/** How many of some papers have each tag, the most frequent first. Works inside `liveQuery`. */
export async function tagsAmong(
  db: OffprintDatabase,
  ids: readonly string[],
): Promise<{ tag: string; count: number }[]> {
  const counts = new Map<string, number>();
  for (const part of chunks(ids, PART))
    for (const paper of await db.papers.bulkGet([...part]))
      for (const tag of paper?.tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}

/** Whether `holds` for every paper of these ids that is there; it reads no further than the first for which it does not. */
export async function holdsForAll(
  db: OffprintDatabase,
  ids: readonly string[],
  holds: (paper: Paper) => boolean,
): Promise<boolean> {
  for (const part of chunks(ids, PART))
    for (const paper of await db.papers.bulkGet([...part])) if (paper && !holds(paper)) return false;
  return true;
}
