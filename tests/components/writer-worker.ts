/** Stands in for the worker that writes files, at the rim: the global `Worker`. It writes what lies in a database. */
import { vi } from 'vitest';
import type { OffprintDatabase } from '@/storage/database';
import { exportPapers } from '@/storage/export/export-papers';
import { papersLackedBy } from '@/storage/export/lacking';
import type { FromWriter, ToWriter } from '@/storage/export/writer.worker';
import { failureCode } from '@/storage/failure';

export function stubWriter(db: OffprintDatabase): void {
  vi.stubGlobal(
    'Worker',
    class {
      onmessage: ((event: { data: FromWriter }) => void) | undefined;
      #terminated = false;

      async postMessage(question: ToWriter): Promise<void> {
        const tell = (data: FromWriter) => this.#terminated || this.onmessage?.({ data });
        const fail = (error: unknown) => tell({ failure: failureCode(error) });
        const { now } = question;
        if ('request' in question) await exportPapers(db, question.request, now).then(tell, fail);
        else
          await papersLackedBy(db, question.lackedBy, question.ids, now).then((ids) => tell({ ids }), fail);
      }

      terminate(): void {
        this.#terminated = true;
      }
    },
  );
}

/** Stands in for one that comes half-way: it ends there if it is told to, and hears that nobody needs it any more. */
export function stubLostWriter(): { end(): void; readonly ended: boolean } {
  const state = { ended: false, end: () => {} };
  vi.stubGlobal(
    'Worker',
    class {
      onmessage: ((event: { data: FromWriter }) => void) | undefined;
      onerror: (() => void) | undefined;

      postMessage(): void {
        state.end = () => this.onerror?.();
        this.onmessage?.({ data: { share: 0.5 } });
      }

      terminate(): void {
        state.ended = true;
      }
    },
  );
  return {
    end: () => state.end(),
    get ended() {
      return state.ended;
    },
  };
}
