import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OffprintDatabase } from '@/storage/database';
import { guardLibrary } from '@/storage/guard';
import { countPapers, newestPapers } from '@/storage/library';
import type { Hit, Hits, LibrarySearch } from '@/storage/search/library-search';
import { sendMessage } from '@/utils/messages';
import type { Query } from '@/utils/query-tree';
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

/** The worker stops after 30 seconds without a message; while it is behind, it is asked again before that. */
const ASK_MS = 20_000;

/** Matches of `words`; the index is opened once the first list is drawn, so that it never delays it. */
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
      search.current = openLibrarySearch(db, {
        onChange(now) {
          setShare(now);
          setChanges((count) => count + 1);
        },
        onError: (error) => setFound({ state: 'failed', error }),
        onBehind: askWorker,
      });
    });
    return () => {
      closed = true;
      search.current?.close();
    };
  }, [db, drawn]);

  useEffect(() => {
    if (share === 1) return;
    const timer = setInterval(askWorker, ASK_MS);
    return () => clearInterval(timer);
  }, [share]);

  useEffect(() => {
    if (words === '' || !search.current) return;
    const stale = new AbortController();
    const show = ({ hits, total }: Hits) => {
      if (!stale.signal.aborted) setFound({ state: 'ready', value: { hits, total, share: 1 } });
    };
    search.current.find(queryOf(words), { limit, signal: stale.signal }, show).then(
      // What is spelled alike follows at once: “nothing found” would only flash up.
      (first) => first.total > 0 && show(first),
      (error) => stale.signal.aborted || setFound({ state: 'failed', error }),
    );
    return () => stale.abort();
  }, [words, limit, changes]);

  return useMemo(
    () => (found.state === 'ready' ? { ...found, value: { ...found.value, share } } : found),
    [found, share],
  );
}

/** All words of a text. */
function queryOf(text: string): Query {
  return { kind: 'and', queries: text.split(/\s+/).map((word) => ({ kind: 'word', text: word })) };
}

/** Lets the worker index; where none listens, the page makes do with what it indexes itself. */
function askWorker(): void {
  void sendMessage('tendIndex').catch(() => undefined);
}
