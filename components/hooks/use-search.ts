import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ownDayNumber } from '@/components/browser/dates';
import { PAGE } from '@/components/list/pages';
import type { OffprintDatabase } from '@/storage/database';
import type { Hits, LibrarySearch } from '@/storage/search/library-search';
import { type Hint, parseQuery } from '@/utils/query/parse-query';
import type { QueryDays } from '@/utils/query/query-days';
import type { Group, Sort } from '@/utils/query/query-tree';
import type { Newest } from './newest';
import { useLibrarySearch } from './use-library-search';
import { type Live, type Reading, useReading } from './use-live';
import { type PaperSource, useNewest } from './use-newest';

/** What the list shows. `share` is how much of the library the search has read, 0 to 1. */
export interface Results {
  /** Names the list: that of another query or order is another one. */
  list: string;
  source: PaperSource;
  /** How many of its last rows have most of the words only. */
  meant?: number;
  /** If nothing was found as written: words as typed, and the terms that they probably mean. */
  spelled?: ReadonlyMap<string, string> | undefined;
  share: number;
  /** What they are grouped by. */
  group?: Group | undefined;
  /** Whether they lie in the trash. */
  trashed?: boolean | undefined;
}

/** A query as typed, an order, and what the list is grouped by. */
export interface SearchRequest {
  text: string;
  sort: Sort;
  group?: Group | undefined;
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
  library: LibrarySearch | undefined;
  /** Hears why rows of the results cannot be read. */
  onError(error: unknown): void;
}

/**
 * The newest papers where nothing is asked, the best matches otherwise; kept up to date with the library. `days` are
 * those that ages are counted by.
 */
export function useSearch(
  db: OffprintDatabase,
  { text, sort, group }: SearchRequest,
  days: QueryDays,
  newestRead: Reading<Newest>,
): Search {
  const { query, hints } = useMemo(() => parseQuery(text, days), [text, days.own, days.utc]);
  // Days of saving are in the order of the newest papers.
  const nothingAsked =
    text.trim() === '' &&
    (sort === 'relevance' || sort === 'saved') &&
    (group === undefined || group === 'saved');
  const top = useReading(newestRead);
  const [found, setFound] = useState<Live<Hits & Pick<Results, 'list' | 'group'>>>({ state: 'loading' });
  const failed = (error: unknown) => setFound({ state: 'failed', error });
  // Opened after the first list is drawn, so that it does not delay it.
  const { library, changes, share, repaired } = useLibrarySearch(db, top.state === 'ready', failed);
  const newest = useNewest(db, top.state === 'ready' ? top.value : undefined, library, { changes, share });

  /** What the list shows the answer to: asked again, it is not shortened to the first pass in between. */
  const shown = useRef('');
  const asked = JSON.stringify([query, sort, group]);

  useEffect(() => {
    if (nothingAsked) {
      shown.current = '';
      return setFound({ state: 'loading' }); // what was found for an older text is not for the next
    }
    if (!library) return;
    const stale = new AbortController();
    const grouping = group && { by: group, dayOf: ownDayNumber };
    const show = (value: Hits) => {
      if (stale.signal.aborted) return;
      shown.current = asked;
      setFound({ state: 'ready', value: { ...value, list: asked, group } });
    };
    library.find(query, { limit: PAGE, sort, group: grouping, signal: stale.signal }, show).then(
      // Corrected spellings follow at once: “nothing found” would only flash up.
      (first) => first.total > 0 && shown.current !== asked && show(first),
      (error) => stale.signal.aborted || failed(error),
    );
    return () => stale.abort();
  }, [asked, nothingAsked, library, changes]);

  const results = useMemo<Live<Results>>(() => {
    // The list stays until there is another.
    if (nothingAsked || top.state !== 'ready' || found.state === 'loading')
      return newest
        ? {
            state: 'ready',
            value: { list: '', source: newest, share: 1, group: group === 'saved' ? group : undefined },
          }
        : (top as Live<Results>);
    if (found.state === 'failed') return found;
    const { hits, list, total, meant, spelled, trashed, read, ids, placeOf, group: by } = found.value;
    const source = { first: hits, total: total + meant, read, ids, placeOf };
    return { state: 'ready', value: { list, source, meant, spelled, share, trashed, group: by } };
  }, [nothingAsked, top, newest, found, share, group]);
  const saved = top.state === 'ready' ? top.value.total : undefined;
  return { results, saved, hints, repaired, changes, library, onError: failed };
}
