/**
 * Searches that a person keeps: commands like those of commands.ts, each one step in the history. Only the background worker
 * calls those that write. `now` is a moment (ISO).
 */
import { order } from '@/utils/order';
import {
  nameKey,
  type SavedSearch,
  type SavedSearchRow,
  type SearchChange,
} from '@/utils/query/saved-search';
import { Draft } from './change/draft';
import { record } from './change/journal';
import { checkName, readSearches } from './change/search-rows';
import type { Entry } from './commands';
import type { Edited, OffprintDatabase } from './database';
import { Failure } from './failure';

/** A search with the id that it keeps when it is renamed. */
export interface KeptSearch extends SavedSearch {
  id: string;
}

/** READ: all saved searches, by name. Works inside `liveQuery`. */
export async function savedSearches(db: OffprintDatabase): Promise<KeptSearch[]> {
  const kept = (await db.searches.toArray()).flatMap(({ id, search }) => (search ? { id, ...search } : []));
  return kept.sort((a, b) => order(nameKey(a.name), nameKey(b.name)) || order(a.id, b.id));
}

/** WRITE: keeps a search under a new id; throws `sameName` if there is one of that name. */
export async function saveSearch(
  db: OffprintDatabase,
  id: string,
  search: SavedSearch,
  now: string,
): Promise<Entry> {
  return rewrite(db, id, 'add', now, (known) => {
    if (known) throw new Failure('refused');
    return search;
  });
}

/** WRITE: renames a search or changes what it finds; throws `sameName`, and `refused` if it is not there. */
export async function changeSearch(
  db: OffprintDatabase,
  id: string,
  { group, ...change }: SearchChange,
  now: string,
): Promise<Entry> {
  return rewrite(db, id, 'set', now, (known) => {
    if (!known?.search) throw new Failure('refused');
    const { name, query, sort, group: former } = known.search;
    const kept = group === null ? undefined : (group ?? former);
    const sorted = change.sort ?? sort;
    return {
      ...{ name: change.name ?? name, query: change.query ?? query },
      ...(sorted && { sort: sorted }),
      ...(kept && { group: kept }),
    };
  });
}

/** WRITE: deletes a search; throws `refused` if it is not there. */
export async function deleteSearch(db: OffprintDatabase, id: string, now: string): Promise<Entry> {
  return rewrite(db, id, 'remove', now, (known) => {
    if (!known?.search) throw new Failure('refused');
    return undefined;
  });
}

async function rewrite(
  db: OffprintDatabase,
  id: string,
  how: 'add' | 'set' | 'remove',
  now: string,
  decide: (known: SavedSearchRow | undefined) => SavedSearch | undefined,
): Promise<Entry> {
  const what: Edited[] = [{ field: 'search', how }];
  const deed = { intention: 'search' as const, what, title: '' };
  return record(db, deed, now, async (write) => {
    const draft = await readSearches(db, new Draft());
    const known = draft.get('searches', id);
    const search = decide(known);
    checkName(draft, id, search?.name);
    deed.title = search?.name ?? known?.search?.name ?? '';
    draft.put('searches', { id, stamp: known?.stamp ?? '', ...(search && { search }) });
    await write(draft);
  });
}
