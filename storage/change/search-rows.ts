/** DECIDE: what a change makes of saved searches. A row is never removed: one without a search says when it was deleted. */
import type { Change, OffprintDatabase } from '@/storage/database';
import { Failure } from '@/storage/failure';
import type { LibraryRow } from '@/utils/query/library-row';
import { nameKey, type SavedSearchRow } from '@/utils/query/saved-search';
import { Draft } from './draft';
import { revertFields, sameValue } from './row-difference';

/** The draft with all saved searches: there are few, and a name is compared with all. */
export async function readSearches(db: OffprintDatabase, draft: Draft): Promise<Draft> {
  for (const row of await db.searches.toArray()) draft.load('searches', row);
  return draft;
}

/** Throws `sameName` if another search has the name that one is to get. */
export function checkName(draft: Draft, id: string, name: string | undefined): void {
  if (name === undefined) return;
  const same = draft.searches().find((row) => row.search && nameKey(row.search.name) === nameKey(name));
  if (same && same.id !== id) throw new Failure('sameName', { about: same.id });
}

/**
 * Takes the change of a search back: what still is as the change left it. Answers whether anything went back; throws
 * `sameName` if another search has its name by now.
 */
export function revertSearch(draft: Draft, change: Change): boolean {
  const id = String(change.key);
  const current = draft.get('searches', id);
  if (!current) return false;
  const created = change.before === undefined;
  const gone: SavedSearchRow = { id, stamp: current.stamp };
  const back = created ? gone : (revertFields(change, { ...current }) as unknown as SavedSearchRow);
  if (sameValue(back.search, current.search)) return false;
  if (back.search?.name !== current.search?.name) checkName(draft, id, back.search?.name);
  draft.put('searches', { ...back, stamp: current.stamp });
  return true;
}

/** A draft with the searches of a backup, where theirs are later than those here; they keep their stamps. */
export async function joinSearches(db: OffprintDatabase, rows: readonly LibraryRow[]): Promise<Draft> {
  const draft = new Draft();
  if (!rows.some(({ kind }) => kind === 'search')) return draft;
  await readSearches(db, draft);
  for (const row of laterSearches(draft, rows)) draft.put('searches', row);
  return draft;
}

function laterSearches(draft: Draft, rows: readonly LibraryRow[]): SavedSearchRow[] {
  const latest = new Map<string, SavedSearchRow>();
  for (const row of rows) {
    if (row.kind !== 'search') continue;
    const { id, stamp, search } = row;
    const known = latest.get(id) ?? draft.get('searches', id);
    // Nobody needs to know that something was deleted which was never here.
    if (stamp > (known?.stamp ?? '') && (known || search))
      latest.set(id, { id, stamp, ...(search && { search }) });
  }
  return [...latest.values()];
}

/** How many searches a backup would bring, change or delete. */
export async function countLaterSearches(db: OffprintDatabase, rows: readonly LibraryRow[]): Promise<number> {
  return (await joinSearches(db, rows)).changes().length;
}
