/** Wiring of the worker that writes files: a request comes in, progress and a file go out. */
import { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import type { ExportRequest } from '@/utils/formats/parts/request';
import type { FailureCode } from '@/utils/messages';
import { exportPapers } from './export-papers';

/** What the worker is asked; `now` is a moment (ISO). */
export interface ToWriter {
  request: ExportRequest;
  now: string;
}

/** What the worker tells: of how many papers which share is written, and in the end the file. */
export type FromWriter = { share: number } | { file: File } | { failure: FailureCode };

const tell = (message: FromWriter) => self.postMessage(message);

self.onmessage = async ({ data: { request, now } }: MessageEvent<ToWriter>) => {
  try {
    const onProgress = (done: number, total: number) => tell({ share: done / Math.max(1, total) });
    tell({ file: await exportPapers(new OffprintDatabase(), request, now, onProgress) });
  } catch (error) {
    console.warn('[offprint]', error);
    tell({ failure: failureCode(error) });
  }
};
