import { useDesk } from '@/components/desk/desk';
import { useOnce } from '@/components/hooks/use-once';
import type { Hit } from '@/storage/search/library-search';

/** The papers most like one, at most `limit`; undefined until the search is open and has answered. */
export function useSimilar(id: string, limit: number): readonly Hit[] | undefined {
  const finder = useDesk().store.finder.value;
  return useOnce(async () => finder?.library.similar(id, limit), [id, limit, finder]);
}
