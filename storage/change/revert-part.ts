/** Takes back changes of one journal entry: reads what they are about, decides and writes. */
import type { Change, JournalEntry, OffprintDatabase } from '@/storage/database';
import { strongKeys } from '@/utils/paper/identity';
import type { Sighting } from '@/utils/paper/schema';
import type { Write } from './journal';
import { lockTakenBack } from './look';
import { readRecords, readRivals } from './read-draft';
import { ownerOf, type Reverted, revertChanges, settle, wasCreated } from './revert';
import { readSearches } from './search-rows';

interface Part {
  entry: JournalEntry;
  changes: readonly Change[];
  whole: Whole;
}

/** What a part must know of the whole entry. */
export interface Whole {
  /** The papers that it created. */
  created: ReadonlySet<string>;
  /** The papers that it is about. */
  about: ReadonlySet<string>;
}

/**
 * Takes back changes, the last one first. Answers with how many stay because they were changed again since. Throws
 * `refused` where an identifier belongs to another record by now.
 */
export async function revertPart(
  db: OffprintDatabase,
  { entry, changes, whole }: Part,
  write: Write,
  now: string,
): Promise<number> {
  const lifted: Sighting[] = [];
  const reverted: Reverted = { back: new Set(), kept: 0 };
  const draft = await readRecords(db, changes.map(ownerOf));
  if (changes.some(({ table }) => table === 'searches')) await readSearches(db, draft);
  const held = new Map(
    changes.map(ownerOf).map((id) => {
      const paper = draft.get('papers', id);
      return [id, paper ? strongKeys(paper) : []];
    }),
  );
  revertChanges(draft, changes, whole.created, lifted, reverted, now);
  if (entry.intention === 'look') lockTakenBack(draft, changes);
  await write(draft);
  await settleAll(db, changes, write, whole.about, held);
  return reverted.kept;
}

/**
 * Lets the keys of the records that changes are about lead to them again. Throws `refused` as `revertPart` does, but not
 * between records that go back `together`, in this part or another, nor for strong keys that a record `held` before.
 */
export async function settleAll(
  db: OffprintDatabase,
  changes: readonly Change[],
  write: Write,
  together: ReadonlySet<string> = aboutOf(changes),
  held: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<void> {
  const ids = [...aboutOf(changes)];
  const settled = await readRivals(db, await readRecords(db, ids), ids);
  for (const id of ids) settle(settled, id, held.get(id) ?? [], together);
  await write(settled);
}

/** What all changes of an entry did. */
export function wholeOf(changes: readonly Change[]): Whole {
  const created = changes.filter((change) => change.table === 'papers' && wasCreated(change));
  return { created: new Set(created.map(ownerOf)), about: aboutOf(changes) };
}

function aboutOf(changes: readonly Change[]): Set<string> {
  return new Set(changes.filter(({ table }) => table === 'papers' || table === 'aliases').map(ownerOf));
}
