import { useEffect, useState } from 'preact/hooks';

/** A list once it has stood for `ms`; empty until then. */
export function useSettled<T>(list: readonly T[], ms: number): readonly T[] {
  const [settled, setSettled] = useState<readonly T[]>([]);
  useEffect(() => {
    setSettled([]);
    if (list.length === 0) return;
    const timer = setTimeout(() => setSettled(list), ms);
    return () => clearTimeout(timer);
  }, [list, ms]);
  return settled;
}
