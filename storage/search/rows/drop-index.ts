/** Throws an index away, and tells of it. */
import type { OffprintDatabase } from '@/storage/database';
import {
  type IndexState,
  indexTables,
  isNumbers,
  lastNumber,
  NO_INDEX,
  segmentsIn,
  soundState,
} from './index-state';

/**
 * Forgets the index, in one transaction; it is built anew from the papers. Numbers of segments are never given again:
 * a page may still hold pieces of those that had them. Where `seen` is given, it does so only if all of these segments
 * are still current or its state is lost: else what was met is no damage, for they were merged meanwhile, or the index
 * was dropped already. Answers with whether it did.
 */
export async function dropIndex(
  db: OffprintDatabase,
  reason: 'damaged' | 'outdated',
  seen: readonly number[] = [],
): Promise<boolean> {
  return db.transaction('rw', indexTables(db), async () => {
    const stored = (await db.index.get('state'))?.value;
    const current = segmentsIn(stored);
    if (!seen.every((segment) => current.includes(segment)) && (await soundState(db))) return false;
    const { next: wanted } = (stored ?? {}) as Partial<IndexState>;
    const next = Math.max(isNumbers([wanted]) ? Number(wanted) : 1, 1 + ((await lastNumber(db)) ?? 0));
    for (const table of indexTables(db)) await table.clear();
    await db.index.put({ name: 'state', value: { ...NO_INDEX, next } satisfies IndexState });
    if (reason === 'damaged') await db.index.put({ name: 'damage', value: true });
    return true;
  });
}

/** Tells that the index was found damaged, by whomever; of all pages the first one is told, and only once. */
export async function tellOfDamage(db: OffprintDatabase, tell: () => void): Promise<void> {
  if ((await db.index.get('damage')) === undefined) return;
  await db.transaction('rw', db.index, async () => {
    if ((await db.index.get('damage')) === undefined) return;
    tell();
    await db.index.delete('damage');
  });
}
