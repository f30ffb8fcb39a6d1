/** A file that is being written: how far it is, what became of it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n, percent } from '@/components/browser/words';
import { writeFile } from '@/components/browser/write-file';
import type { WrittenFile } from '@/storage/export/export-papers';
import { failureCode } from '@/storage/failure';
import type { ExportRequest } from '@/utils/formats/parts/request';

export interface Writing {
  /** Which part is written; undefined while nothing is. */
  share: number | undefined;
  /** What became of it. */
  words: string;
  /** The file; undefined if it was cancelled or could not be written, which is told. */
  write(ask: () => Promise<ExportRequest>): Promise<WrittenFile | undefined>;
  cancel(): void;
  tell(words: string): void;
}

/** Whoever leaves the page meanwhile is asked first, where the browser can; what is not yet a file is dropped. */
export function useWriting(): Writing {
  const [share, setShare] = useState<number>();
  const [words, setWords] = useState('');
  const controller = useRef<AbortController>(undefined);
  const busy = share !== undefined;

  useEffect(() => () => controller.current?.abort(), []);
  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [busy]);

  return {
    share,
    words,
    tell: setWords,
    cancel() {
      controller.current?.abort();
      setShare(undefined);
      setWords('');
    },
    async write(ask) {
      const mine = new AbortController();
      controller.current = mine;
      const { signal } = mine;
      const onProgress = (part: number) => {
        if (signal.aborted) return;
        setShare(part);
        setWords(i18n.t('export.writing', [percent(part)]));
      };
      onProgress(0);
      try {
        const written = await writeFile(await ask(), new Date().toISOString(), onProgress, signal);
        setWords('');
        return written;
      } catch (error) {
        if (!signal.aborted) setWords(i18n.t(`failure.${failureCode(error)}`));
        return undefined;
      } finally {
        if (!signal.aborted) setShare(undefined);
      }
    },
  };
}
