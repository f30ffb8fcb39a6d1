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
  return db.transaction('r', db.journal, db.changes, db.touched, db.settings, async () => {
    const merges: Merge[] = [];
    for (const [number, keys] of groupBy(await partsAbout(db, id), ([entry]) => entry)) {
      const entry = await db.journal.get(number);
      if (!entry || entry.undoneBy || entry.running) continue;
      const rows = (await db.changes.bulkGet(keys.toReversed())).filter((row) => row !== undefined);
      const merge = mergeIn(
        rows.flatMap(({ changes }) => changes),
        id,
      );
      if (merge) merges.push({ entry, ...merge });
    }
    return merges;
  });
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

/** What changes merged into a record: their keys lead to it since, and they left. */
function mergeIn(changes: readonly Change[], id: string): Omit<Merge, 'entry'> | undefined {
  const led = new Set(
    changes.flatMap(({ table, key, before, after }) =>
      table === 'aliases' && !before && !after && key[1] === id ? (key[0] ?? []) : [],
    ),
  );
  const left = changes.filter(
    ({ table, key, before, after }) => table === 'papers' && before && !after && led.has(String(key)),
  );
  if (left.length === 0) return undefined;
  const parts = left.map(({ key, before }) => {
    const title = before?.title as string | undefined;
    return { id: String(key), ...(title !== undefined && { title }) };
  });
  const owners = new Set([id, ...parts.map((part) => part.id)]);
  const own = changes.filter((change) => owners.has(ownerOf(change)));
  return { parts, changes: withoutCreation(own, id) };
}
