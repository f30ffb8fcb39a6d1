import { useEffect, useState } from 'preact/hooks';
import type { OffprintDatabase } from '@/storage/database';
import type { LibrarySearch } from '@/storage/search/library-search';
import { sendMessage } from '@/utils/messages';

interface OpenSearch {
  /** Undefined until it is open. */
  library: LibrarySearch | undefined;
  /** Counts changes of what can be found. */
  changes: number;
  /** How much of the library can be found, 0 to 1. */
  share: number;
  /** Whether the index was found damaged. */
  repaired: boolean;
}

/** The worker stops after 30 seconds without a message; while it is behind, it is asked again before that. */
const ASK_MS = 20_000;

/** Opens the search of this page as soon as it is `wanted`; `onError` hears why the library cannot be read. */
export function useLibrarySearch(
  db: OffprintDatabase,
  wanted: boolean,
  onError: (error: unknown) => void,
): OpenSearch {
  const [search, setOpen] = useState<OpenSearch>({
    library: undefined,
    changes: 0,
    share: 0,
    repaired: false,
  });

  useEffect(() => {
    if (!wanted) return;
    let closed = false;
    let library: LibrarySearch | undefined;
    const open = ({ openLibrarySearch }: typeof import('@/storage/search/library-search')) => {
      if (closed) return;
      library = openLibrarySearch(db, {
        onChange: (share) => setOpen((before) => ({ ...before, share, changes: before.changes + 1 })),
        onRepair: () => setOpen((before) => ({ ...before, repaired: true })),
        onError,
        onBehind: askWorker,
      });
      setOpen((before) => ({ ...before, library }));
    };
    import('@/storage/search/library-search').then(open).catch(onError);
    return () => {
      closed = true;
      library?.close();
    };
  }, [db, wanted]);

  useEffect(() => {
    if (search.share === 1) return;
    const timer = setInterval(askWorker, ASK_MS);
    return () => clearInterval(timer);
  }, [search.share]);

  return search;
}

/** Lets the worker index; where none listens, the page makes do with what it indexes itself. */
function askWorker(): void {
  void sendMessage('goOn').catch(() => undefined);
}
