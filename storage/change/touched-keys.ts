/** READ: whose keys a change touched, so that whoever shows a card with one of them can look again. */
import type { OffprintDatabase } from '@/storage/database';
import { changesOf } from './journal';

/** Papers in one entry; whoever shows a card is better told to look again than to compare more keys than these. */
const FEW = 500;

/** All keys that led to the papers of these journal entries, or lead there now; undefined if they are too many to tell. */
export async function touchedKeys(
  db: OffprintDatabase,
  entries: readonly number[],
): Promise<ReadonlySet<string> | undefined> {
  return db.transaction('r', db.journal, db.changes, db.aliases, async () => {
    const rows = await db.journal.bulkGet([...entries]);
    if (rows.reduce((sum, row) => sum + (row?.papers ?? 0), 0) > FEW) return undefined;
    const changes = (await Promise.all(entries.map((entry) => changesOf(db, entry)))).flat();
    const aliases = changes.filter(({ table }) => table === 'aliases').map(({ key }) => String(key[0]));
    const ids = changes.flatMap(({ table, key }) =>
      table === 'papers' || table === 'trash' ? [String(key)] : [],
    );
    const found = await Promise.all([...new Set(ids)].map((paper) => db.aliases.where({ paper }).toArray()));
    return new Set([...aliases, ...found.flat().map(({ key }) => key)]);
  });
}
