/**
 * WRITE: keeps the pairs of papers that may be one, so that a page need not look through the library for them. The worker
 * looks at what was written since it last did, some papers at a time. Nothing waits for it, and whoever reads a pair looks
 * again (duplicates.ts).
 */
import { Dexie } from 'dexie';
import type { Paper } from '@/utils/paper/schema';
import type { OffprintDatabase } from './database';
import type { AlikeRow } from './derived-rows';
import { alikeMark, possibleDuplicates } from './duplicates';
import { unindexed } from './search/rows/unindexed';

/** Papers and removals in one step: some 100 ms. */
const PART = 100;

/** Looks for others like the next papers. Resolves to false once there are none left. */
export async function alikeStep(db: OffprintDatabase): Promise<boolean> {
  const tables = [db.papers, db.aliases, db.tombstones, db.settings];
  const { mark, papers, removed, next, rows } = await db.transaction('r', tables, async () => {
    const mark = await alikeMark(db);
    const { papers, removed, mark: next } = await unindexed(db, mark, PART, PART);
    const rows: AlikeRow[] = [];
    for (const paper of papers) rows.push(...(await rowsOf(db, paper)));
    return { mark, papers, removed, next, rows };
  });
  if (papers.length + removed.length === 0) return false;
  await db.transaction('rw', db.alike, db.settings, async () => {
    if (JSON.stringify(await alikeMark(db)) !== JSON.stringify(mark)) return; // another worker was faster
    await dropAlike(db, [...removed, ...papers.map(({ id }) => id)]);
    await db.alike.bulkPut(rows);
    await db.settings.put({ name: 'alike', value: next });
  });
  return true;
}

async function rowsOf(db: OffprintDatabase, paper: Paper): Promise<AlikeRow[]> {
  const others = await possibleDuplicates(db, paper, 'few');
  return others.map(({ id, revision }) => {
    const [one, other] = id < paper.id ? [id, paper.id] : [paper.id, id];
    return { one, other, found: Math.max(revision, paper.revision) };
  });
}

/** Drops all pairs with some papers, in a transaction that may. */
export async function dropAlike(db: OffprintDatabase, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await db.alike.where('[one+other]').between([id, Dexie.minKey], [id, Dexie.maxKey]).delete();
    await db.alike.where('other').equals(id).delete();
  }
}
