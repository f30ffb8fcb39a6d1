import { useEffect, useRef, useState } from 'preact/hooks';
import type { OffprintDatabase } from '@/storage/database';
import type { ImportPlan } from '@/storage/import-reader';
import type { FromReader, ToReader } from '@/storage/import-reader.worker';
import { unstage } from '@/storage/staging';
import { type FailureCode, onMessage, sendMessage } from '@/utils/messages';

/** Where an import stands. */
export type ImportState =
  | { step: 'choose' }
  | { step: 'reading'; share: number | undefined }
  | { step: 'preview'; plan: ImportPlan }
  | { step: 'importing'; done: number; of: number }
  | { step: 'done'; plan: ImportPlan; entry: number | undefined }
  | { step: 'failed'; reason: FailureCode | 'unknownFormat' };

/** Reads files in a worker and asks the background to import what was staged. */
export function useImport(db: OffprintDatabase) {
  const [state, setState] = useState<ImportState>({ step: 'choose' });
  const reader = useRef<Worker | undefined>(undefined);

  useEffect(() => {
    const stop = onMessage('importProgress', ({ data: { done } }) =>
      setState((now) => (now.step === 'importing' ? { ...now, done } : now)),
    );
    return () => {
      stop();
      reader.current?.terminate();
    };
  }, []);

  function read(file: Blob): void {
    cancel();
    setState({ step: 'reading', share: undefined });
    const worker = new Worker(new URL('../storage/import-reader.worker.ts', import.meta.url), {
      type: 'module',
    });
    reader.current = worker;
    worker.onmessage = ({ data }: MessageEvent<FromReader>) => {
      if ('progress' in data) setState({ step: 'reading', share: data.progress.share });
      else {
        worker.terminate();
        setState(after(data));
      }
    };
    worker.onerror = () => setState({ step: 'failed', reason: 'unknown' });
    const batch = `${new Date().toISOString()} ${crypto.randomUUID()}`;
    worker.postMessage({ batch, file } satisfies ToReader);
  }

  async function confirm(plan: ImportPlan): Promise<void> {
    setState({ step: 'importing', done: 0, of: countOf(plan) });
    const { batch, parts } = plan;
    const answer = await sendMessage('importStaged', { batch, parts }).catch(
      () => ({ ok: false, code: 'unknown' }) as const,
    );
    setState(
      answer.ok ? { step: 'done', plan, entry: answer.value.entry } : { step: 'failed', reason: answer.code },
    );
  }

  function cancel(): void {
    reader.current?.terminate();
    if (state.step === 'preview') unstage(db, state.plan.batch).catch(() => undefined); // it is cleared away after a day
    setState({ step: 'choose' });
  }

  return { state, read, confirm, cancel };
}

/** How many papers an import would look at: new, merged and unchanged ones. */
export function countOf({ preview }: ImportPlan): number {
  return preview.new.count + preview.merged.count + preview.unchanged.count;
}

function after(data: Exclude<FromReader, { progress: unknown }>): ImportState {
  if ('failure' in data) return { step: 'failed', reason: data.failure };
  return data.plan ? { step: 'preview', plan: data.plan } : { step: 'failed', reason: 'unknownFormat' };
}
