import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OffprintDatabase } from '@/storage/database';
import { guardLibrary } from '@/storage/guard';
import { countPapers, newestPapers } from '@/storage/library';
import type { Hit, LibrarySearch } from '@/storage/search/library-search';
import { type Live, useLive } from './use-live';

/** What the list shows. `share` is how much of the library the search has read, 0 to 1. */
export interface Results {
  hits: Hit[];
  total: number;
  share: number;
}

const NO_TERMS: ReadonlySet<string> = new Set();

/** The newest papers for an empty query, the best matches otherwise; kept up to date with the library. */
export function useSearch(db: OffprintDatabase, query: string, limit: number): Live<Results> {
  const words = query.trim();
  const newest = useLive(async () => {
    const [papers, total] = await Promise.all([newestPapers(db, limit), countPapers(db)]);
    if (total === 0) await guardLibrary(db);
    return { hits: papers.map((paper) => ({ paper, terms: NO_TERMS })), total, share: 1 };
  }, [db, limit]);
  const found = useFound(db, words, limit, newest.state === 'ready');
  return words === '' || newest.state === 'failed' ? newest : found;
}

/** Matches of `words`; the index begins to fill once the first list is drawn, so that it never delays it. */
function useFound(db: OffprintDatabase, words: string, limit: number, drawn: boolean): Live<Results> {
  const [share, setShare] = useState(0);
  const [changes, setChanges] = useState(0);
  const [found, setFound] = useState<Live<Results>>({ state: 'loading' });
  const search = useRef<LibrarySearch | undefined>(undefined);

  useEffect(() => {
    if (!drawn) return;
    let closed = false;
    void import('@/storage/search/library-search').then(({ openLibrarySearch }) => {
      if (closed) return;
      search.current = openLibrarySearch(
        db,
        (now) => {
          setShare(now);
          setChanges((count) => count + 1);
        },
        (error) => setFound({ state: 'failed', error }),
      );
    });
    return () => {
      closed = true;
      search.current?.close();
    };
  }, [db, drawn]);

  useEffect(() => {
    if (words === '' || !search.current) return;
    let stale = false;
    search.current.find(words, limit).then(
      ({ hits, total }) => stale || setFound({ state: 'ready', value: { hits, total, share: 1 } }),
      (error) => stale || setFound({ state: 'failed', error }),
    );
    return () => {
      stale = true;
    };
  }, [words, limit, changes]);

  return useMemo(
    () => (found.state === 'ready' ? { ...found, value: { ...found.value, share } } : found),
    [found, share],
  );
}
