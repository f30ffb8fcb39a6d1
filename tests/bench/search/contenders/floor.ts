/** The least that any search must do: open the database and read twenty papers by their ids. */
import type { Paper } from '@/utils/paper/schema';
import { idOf } from '../papers.mjs';
import { LIMIT, libraryName, type Open } from './contender';
import { settled } from './snapshots';

export const open: Open = async (papers) => {
  const db = await settled(indexedDB.open(libraryName(papers)));
  const step = Math.floor(papers / LIMIT);
  const ids = Array.from({ length: LIMIT }, (_, index) => idOf(index * step));
  return {
    async find() {
      const store = db.transaction('papers').objectStore('papers');
      const found = await Promise.all(ids.map((id) => settled<Paper>(store.get(id))));
      return found.map(({ title }) => title ?? '');
    },
  };
};
