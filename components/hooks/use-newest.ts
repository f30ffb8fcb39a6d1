import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { RowSource } from '@/components/list/row-source';
import type { OffprintDatabase } from '@/storage/database';
import { idsByAge, papersByAge, placeByAge } from '@/storage/library';
import type { Hit, Hits, LibrarySearch } from '@/storage/search/library-search';
import type { Paper } from '@/utils/paper/schema';

/** Papers of a list, and their ids without reading them. */
export interface PaperSource extends RowSource<Hit> {
  ids(from: number, to: number): Promise<readonly string[]>;
}

const NO_TERMS: ReadonlySet<string> = new Set();
/** How long the index is waited for when the library has just changed (ms), and how often it is looked at. */
const PATIENCE_MS = 2000;
const LOOK_MS = 100;

/**
 * All papers, the newest first: the first from the database, the others in the order of the search index, because
 * finding the 50,000th row of a table takes a second. While the index does not have all of them, it is done all the same.
 */
export function useNewest(
  db: OffprintDatabase,
  top: { papers: readonly Paper[]; total: number } | undefined,
  library: LibrarySearch | undefined,
  { changes, share }: { changes: number; share: number },
): PaperSource | undefined {
  const opened = useRef<LibrarySearch>(undefined);
  useEffect(() => {
    opened.current = library;
  }, [library]);

  return useMemo(() => {
    if (!top) return undefined;
    const { papers, total } = top;
    const first = papers.map((paper) => ({ paper, terms: NO_TERMS }));
    let order: Promise<Hits | undefined> | undefined;

    /** The order of all papers; undefined if the index lacks some. */
    async function findOrder(): Promise<Hits | undefined> {
      for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
        const found = await opened.current?.find({ kind: 'all' }, { limit: 0, sort: 'saved' });
        if (found?.total === total) return found;
        if (found && share < 1) break;
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
      return undefined;
    }
    const ordered = () => {
      order ??= findOrder();
      return order;
    };

    return {
      total,
      first,
      async read(from, to) {
        if (to <= first.length) return first.slice(from, to);
        const all = await ordered();
        if (all) return all.read(from, to);
        return (await papersByAge(db, from, to, total)).map((paper) => ({ paper, terms: NO_TERMS }));
      },
      async ids(from, to) {
        if (to <= papers.length) return papers.slice(from, to).map(({ id }) => id);
        const all = await ordered();
        return all ? all.ids(from, to) : idsByAge(db, from, to);
      },
      placeOf: async (id) => {
        const place = first.findIndex(({ paper }) => paper.id === id);
        if (place >= 0) return place;
        const all = await ordered();
        return all ? all.placeOf(id) : placeByAge(db, id);
      },
    };
  }, [db, top, changes, share]);
}
