import { useState } from 'preact/hooks';

/** Why something could not be read, once it was told; undefined until then. */
export function useFailure(): [{ error: unknown } | undefined, (error: unknown) => void] {
  const [failure, setFailure] = useState<{ error: unknown }>();
  return [failure, (error) => setFailure({ error })];
}
