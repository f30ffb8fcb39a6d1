/** The papers that a bibliography of the person's lacks: only these are exported. */
import { useEffect, useState } from 'preact/hooks';
import { lackedBy } from '@/components/browser/write-file';
import { failureCode } from '@/storage/failure';
import type { FailureCode } from '@/utils/messages';

export type Lacking = { ids: readonly string[] } | { share: number } | { failure: FailureCode };

/** Undefined without a file, and a share until it is read. `ask` tells which papers are meant; `of` changes with them. */
export function useLacking(
  file: File | undefined,
  ask: (() => Promise<readonly string[] | undefined>) | undefined,
  of: string,
): Lacking | undefined {
  const [lacking, setLacking] = useState<Lacking>();
  useEffect(() => {
    setLacking(file && { share: 0 });
    if (!file || !ask) return;
    const controller = new AbortController();
    const { signal } = controller;
    const tell = (found: Lacking) => signal.aborted || setLacking(found);
    ask()
      .then((ids) => lackedBy(file, ids, new Date().toISOString(), (share) => tell({ share }), signal))
      .then(
        (ids) => tell({ ids }),
        (error) => tell({ failure: failureCode(error) }),
      );
    return () => controller.abort();
  }, [file, of]);
  return lacking;
}
