import { useLayoutEffect } from 'preact/hooks';
import type { Store } from '@/components/desk/store';
import { useMedia } from '@/components/hooks/use-media';

/** Where there is room for three columns; `library.css` says the same. */
export const WIDE = '(min-width: 1000px)';

/** Shows papers beside the list on a full page, where there is room. */
export function useColumns({ beside }: Store, full: boolean): boolean {
  const wide = useMedia(WIDE) && full;
  useLayoutEffect(() => {
    beside.value = wide;
  }, [wide]);
  return wide;
}
