import { useEffect, useState } from 'preact/hooks';

/** What `ask` answers, asked once and again whenever `inputs` change; undefined until then, or if it fails. */
export function useOnce<T>(ask: () => Promise<T>, inputs: readonly unknown[]): T | undefined {
  const [answer, setAnswer] = useState<T>();
  useEffect(() => {
    let stale = false;
    ask().then(
      (value) => stale || setAnswer(() => value),
      () => stale || setAnswer(undefined),
    );
    return () => {
      stale = true;
    };
  }, inputs);
  return answer;
}
