import { useEffect } from 'preact/hooks';
import { useLive } from '@/components/hooks/use-live';
import type { OffprintDatabase } from '@/storage/database';
import { savedSearches } from '@/storage/saved-searches';
import type { Store } from './store';

/** Keeps the store's saved searches up to date with the library. */
export function useSavedSearches(db: OffprintDatabase, { searches }: Store): void {
  const read = useLive(() => savedSearches(db), [db]);
  useEffect(() => {
    if (read.state === 'ready') searches.value = read.value;
  }, [read]);
}
