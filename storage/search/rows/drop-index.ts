/** Throws an index away, and says so if it was damaged. */
import { emptyState, type IndexState, isNumbers, lastNumber, segmentsIn, soundState } from './index-state';
import { allTables, type IndexStore } from './index-store';

/**
 * Deletes the index in one transaction; the worker builds it anew from the papers. Segment numbers are never reused,
 * because a page may still hold chunks of the old segments.
 *
 * If `seen` is given, the index is dropped only if all these segments are still current or its state is lost. Otherwise
 * what the caller saw was no damage: the segments were merged meanwhile, or the index was already dropped. Returns
 * whether the index was dropped.
 */
export async function dropIndex(
  store: IndexStore,
  reason: 'damaged' | 'outdated',
  seen: readonly number[] = [],
): Promise<boolean> {
  const { db, family, tables } = store;
  return db.transaction('rw', allTables(store), async () => {
    const stored = (await tables.index.get('state'))?.value;
    const current = segmentsIn(stored);
    if (!seen.every((segment) => current.includes(segment)) && (await soundState(store))) return false;
    const { next: wanted } = (stored ?? {}) as Partial<IndexState>;
    const next = Math.max(isNumbers([wanted]) ? Number(wanted) : 1, 1 + ((await lastNumber(store)) ?? 0));
    for (const table of allTables(store)) await table.clear();
    const value: IndexState = { ...emptyState(family.version), next };
    await tables.index.put({ name: 'state', value });
    if (reason === 'damaged') await tables.index.put({ name: 'damage', value: true });
    return true;
  });
}

/** Calls `tell` if the index was found damaged by anyone. Only the first page that asks is told, and only once. */
export async function tellOfDamage({ db, tables: { index } }: IndexStore, tell: () => void): Promise<void> {
  if ((await index.get('damage')) === undefined) return;
  await db.transaction('rw', index, async () => {
    if ((await index.get('damage')) === undefined) return;
    tell();
    await index.delete('damage');
  });
}
