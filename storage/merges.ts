/** READ: which records were merged into a paper, as far as the history has it. Works inside `liveQuery`. */
import { groupBy } from '@/utils/group-by';
import { ownerOf } from './change/revert';
import type { Change, JournalEntry, OffprintDatabase } from './database';
import { partsAbout } from './history';

/** A step by which other records became a part of a paper, and that still stands. */
export interface Merge {
  entry: JournalEntry;
  /** The records that left for it. */
  parts: { id: string; title?: string }[];
  /** All that the step changed of the paper and of these. */
  changes: Change[];
}

/** The merges of a paper, the last first. */
export async function mergesOf(db: OffprintDatabase, id: string): Promise<Merge[]> {
  // No transaction: `leadTo` may read nothing, and Dexie loses a transaction over that (README). A step that goes meanwhile
  // is passed over.
  const merges: Merge[] = [];
  for (const [number, keys] of groupBy(await partsAbout(db, id), ([entry]) => entry)) {
    const entry = await db.journal.get(number);
    if (!entry || entry.undoneBy || entry.running) continue;
    const rows = (await db.changes.bulkGet(keys.toReversed())).filter((row) => row !== undefined);
    const changes = rows.flatMap((row) => row.changes);
    const merge = mergeIn(changes, id, await leadTo(db, changes, id));
    if (merge) merges.push({ entry, ...merge });
  }
  return merges;
}

/** A record that came by the same step stays, with what it came with: only what it got from the parts is given back. */
function withoutCreation(changes: readonly Change[], id: string): Change[] {
  const made = ({ before, after }: Change) => !before && !after;
  if (!changes.some((change) => change.table === 'papers' && change.key === id && made(change)))
    return [...changes];
  const moved = new Set(changes.flatMap((change) => (change.before && !change.after ? placeOf(change) : [])));
  return changes.filter((change) => ownerOf(change) !== id || !made(change) || moved.has(placeOf(change)));
}

/** A key or sighting, whosever it is. */
function placeOf({ table, key }: Change): string {
  return table === 'aliases' ? `alias ${key[0]}` : table === 'sightings' ? `seen ${key[1]} ${key[2]}` : '';
}

/** The ids of records that left in these changes, not for the trash, and that lead to a record since. */
async function leadTo(db: OffprintDatabase, changes: readonly Change[], id: string): Promise<Set<string>> {
  const trashed = new Set(
    changes.flatMap(({ table, key, before }) => (table === 'trash' && !before ? key : [])),
  );
  const left = changes.flatMap((change) =>
    hasLeft(change) && !trashed.has(String(change.key)) ? String(change.key) : [],
  );
  const aliases = await db.aliases.bulkGet(left.map((key): [string, string] => [key, id]));
  return new Set(aliases.flatMap((alias) => alias?.key ?? []));
}

function hasLeft({ table, before, after }: Change): boolean {
  return table === 'papers' && before !== undefined && after === undefined;
}

/** What changes merged into a record, if anything: the records that left and lead to it since. */
function mergeIn(
  changes: readonly Change[],
  id: string,
  led: ReadonlySet<string>,
): Omit<Merge, 'entry'> | undefined {
  const left = changes.filter((change) => hasLeft(change) && led.has(String(change.key)));
  if (left.length === 0) return undefined;
  const parts = left.map(({ key, before }) => {
    const title = before?.title as string | undefined;
    return { id: String(key), ...(title !== undefined && { title }) };
  });
  const owners = new Set([id, ...parts.map((part) => part.id)]);
  const own = changes.filter((change) => owners.has(ownerOf(change)));
  return { parts, changes: withoutCreation(own, id) };
}
