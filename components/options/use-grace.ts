import { useEffect, useState } from 'preact/hooks';

export interface Grace {
  /** Seconds until it is done; undefined while nothing waits. */
  left: number | undefined;
  begin(): void;
  /** Nothing is done. */
  cancel(): void;
  /** It is done at once. */
  finish(): void;
}

/** Does something after so many seconds, unless the person says otherwise. Whoever leaves the page has not said yes. */
export function useGrace(seconds: number, work: () => void): Grace {
  const [left, setLeft] = useState<number>();
  function finish() {
    setLeft(undefined);
    work();
  }
  useEffect(() => {
    if (left === undefined) return;
    const timer = setTimeout(() => (left > 1 ? setLeft(left - 1) : finish()), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return { left, begin: () => setLeft(seconds), cancel: () => setLeft(undefined), finish };
}
