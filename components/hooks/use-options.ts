import { useEffect } from 'preact/hooks';
import { adoptOptions } from '@/components/browser/options';
import type { OffprintDatabase } from '@/storage/database';
import { libraryOptions } from '@/storage/options';
import { useLive } from './use-live';

/** Follows the options of the library: an import may bring others. */
export function useOptions(db: OffprintDatabase): void {
  const read = useLive(() => libraryOptions(db), [db]);
  useEffect(() => {
    if (read.state === 'ready') adoptOptions(read.value);
  }, [read]);
}
