/** What our pages may ask about saved searches. */
import { z } from 'zod';
import type { OffprintDatabase } from '@/storage/database';
import { Failure } from '@/storage/failure';
import { changeSearch, deleteSearch, saveSearch } from '@/storage/saved-searches';
import { SavedSearch, SavedSearchRow, SearchChange } from '@/utils/query/saved-search';
import { answer, type Incoming, parse } from './answer';
import type { Changing } from './change';
import type { Effects } from './effects';
import { checkOwnPage } from './sender';

const Save = z.strictObject({ search: z.strictObject(SavedSearch.shape) });
const { id } = SavedSearchRow.shape;
const Change = z.strictObject({ id, change: SearchChange });
const Delete = z.strictObject({ id });

interface SearchEffects extends Pick<Effects, 'queue'> {
  change: Changing;
}

/** The handlers over one database. */
export function createSearchHandlers(db: OffprintDatabase, { queue, change }: SearchEffects) {
  const now = () => new Date().toISOString();
  const entryOf = (command: () => Promise<number | undefined>) => queue.add('press', () => change(command));

  return {
    saveSearch: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { search } = parse(Save, data);
        const id = crypto.randomUUID();
        const entry = await entryOf(() => saveSearch(db, id, search, now()));
        if (entry === undefined) throw new Failure('unknown');
        return { id, entry };
      }),

    changeSearch: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { id, change } = parse(Change, data);
        return { entry: await entryOf(() => changeSearch(db, id, change, now())) };
      }),

    deleteSearch: ({ data, sender }: Incoming) =>
      answer(async () => {
        checkOwnPage(sender);
        const { id } = parse(Delete, data);
        return { entry: await entryOf(() => deleteSearch(db, id, now())) };
      }),
  };
}
