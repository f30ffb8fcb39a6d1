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
        if ('request' in question)
          await exportPapers(db, question.request, now).then((file) => tell({ file }), fail);
        else
          await papersLackedBy(db, question.lackedBy, question.ids, now).then((ids) => tell({ ids }), fail);
      }

      terminate(): void {
        this.#terminated = true;
      }
    },
  );
}
