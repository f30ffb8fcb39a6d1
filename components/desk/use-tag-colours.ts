import { useEffect } from 'preact/hooks';
import { useLive } from '@/components/hooks/use-live';
import type { OffprintDatabase } from '@/storage/database';
import { tagColours } from '@/storage/tag-notes';
import type { Store } from './store';

/** Keeps the store's colours of tags up to date with the library. */
export function useTagColours(db: OffprintDatabase, { colours }: Store): void {
  const read = useLive(() => tagColours(db), [db]);
  useEffect(() => {
    if (read.state !== 'ready') return;
    const chosen = Object.entries(read.value).flatMap(([key, { colour }]) =>
      colour === null ? [] : [[key, colour] as const],
    );
    colours.value = Object.fromEntries(chosen);
  }, [read]);
}
