/** Stands in for the worker that writes files, at the rim: the global `Worker`. It writes what lies in a database. */
import { vi } from 'vitest';
import type { OffprintDatabase } from '@/storage/database';
import { exportPapers } from '@/storage/export/export-papers';
import type { FromWriter, ToWriter } from '@/storage/export/writer.worker';
import { failureCode } from '@/storage/failure';

export function stubWriter(db: OffprintDatabase): void {
  vi.stubGlobal(
    'Worker',
    class {
      onmessage: ((event: { data: FromWriter }) => void) | undefined;
      #terminated = false;

      async postMessage({ request, now }: ToWriter): Promise<void> {
        const tell = (data: FromWriter) => this.#terminated || this.onmessage?.({ data });
        await exportPapers(db, request, now).then(
          (file) => tell({ file }),
          (error) => tell({ failure: failureCode(error) }),
        );
      }

      terminate(): void {
        this.#terminated = true;
      }
    },
  );
}
