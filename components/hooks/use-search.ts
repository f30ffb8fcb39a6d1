import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OffprintDatabase } from '@/storage/database';
import { guardLibrary } from '@/storage/guard';
import { countPapers, newestPapers } from '@/storage/library';
import type { Hit, Hits, LibrarySearch } from '@/storage/search/library-search';
import { type Hint, parseQuery } from '@/utils/query/parse-query';
import type { Sort } from '@/utils/query/query-tree';
import { useLibrarySearch } from './use-library-search';
import { type Live, useLive } from './use-live';

/** What the list shows. `share` is how much of the library the search has read, 0 to 1. */
export interface Results {
  hits: Hit[];
  total: number;
  share: number;
  /** Whether they lie in the trash. */
  trashed?: boolean | undefined;
}

/** A query as typed, an order, and a limit. */
export interface SearchRequest {
  text: string;
  sort: Sort;
  limit: number;
}

export interface Search {
  results: Live<Results>;
  /** How many papers the library holds; undefined until it is known. */
  saved: number | undefined;
  /** What was misread in the text. */
  hints: readonly Hint[];
  /** Whether the index was found damaged since this was opened. */
  repaired: boolean;
  /** Counts changes of what can be found. */
  changes: number;
  /** Undefined until the search is open. */
  similar: LibrarySearch['similar'] | undefined;
}

const NO_TERMS: ReadonlySet<string> = new Set();

/**
 * The newest papers where nothing is asked, the best matches otherwise; kept up to date with the library. `today` is a
 * day in UTC (YYYY-MM-DD), from which ages are counted.
 */
export function useSearch(db: OffprintDatabase, { text, sort, limit }: SearchRequest, today: string): Search {
  const { query, hints } = useMemo(() => parseQuery(text, today), [text, today]);
  const nothingAsked = text.trim() === '' && (sort === 'relevance' || sort === 'saved');
  const newest = useLive(async () => {
    const [papers, total] = await Promise.all([newestPapers(db, limit), countPapers(db)]);
    if (total === 0) await guardLibrary(db);
    return { hits: papers.map((paper) => ({ paper, terms: NO_TERMS })), total, share: 1 };
  }, [db, limit]);
  const [found, setFound] = useState<Live<Hits>>({ state: 'loading' });
  const failed = (error: unknown) => setFound({ state: 'failed', error });
  // Opened after the first list is drawn, so that it does not delay it.
  const { library, changes, share, repaired } = useLibrarySearch(db, newest.state === 'ready', failed);

  /** What the list shows the answer to: asked again, it is not shortened to the first pass in between. */
  const shown = useRef('');
  const asked = JSON.stringify([query, sort]);

  useEffect(() => {
    if (nothingAsked) {
      shown.current = '';
      return setFound({ state: 'loading' }); // what was found for an older text is not for the next
    }
    if (!library) return;
    const stale = new AbortController();
    const show = (value: Hits) => {
      if (stale.signal.aborted) return;
      shown.current = asked;
      setFound({ state: 'ready', value });
    };
    library.find(query, { limit, sort, signal: stale.signal }, show).then(
      // Corrected spellings follow at once: “nothing found” would only flash up.
      (first) => first.total > 0 && shown.current !== asked && show(first),
      (error) => stale.signal.aborted || failed(error),
    );
    return () => stale.abort();
  }, [asked, nothingAsked, limit, library, changes]);

  const results = useMemo<Live<Results>>(() => {
    if (nothingAsked || newest.state === 'failed') return newest;
    if (found.state === 'loading') return newest; // the list stays until there is another
    return found.state === 'ready' ? { state: 'ready', value: { ...found.value, share } } : found;
  }, [nothingAsked, newest, found, share]);
  const saved = newest.state === 'ready' ? newest.value.total : undefined;
  return { results, saved, hints, repaired, changes, similar: library?.similar };
}
