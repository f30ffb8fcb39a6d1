import { useEffect, useState } from 'preact/hooks';

/** A list once it has stood for `ms`; empty at once when it is empty. */
export function useSettled<T>(list: readonly T[], ms: number): readonly T[] {
  const [settled, setSettled] = useState<readonly T[]>([]);
  useEffect(() => {
    if (list.length === 0) return setSettled([]);
    const timer = setTimeout(() => setSettled(list), ms);
    return () => clearTimeout(timer);
  }, [list, ms]);
  return settled;
}
