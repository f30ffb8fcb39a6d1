import { useEffect, useState } from 'preact/hooks';
import { type CollectWish, onCollectWish } from '@/storage/collect-wish';

/** The last wish from a page's context menu to collect its papers, as long as this panel is open. */
export function useCollectWish(): CollectWish | undefined {
  const [wish, setWish] = useState<CollectWish>();
  useEffect(() => onCollectWish(setWish), []);
  return wish;
}
