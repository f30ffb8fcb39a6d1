/** Wiring of the worker that writes files: a request comes in, progress and a file go out. */
import { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import type { ExportRequest } from '@/utils/formats/parts/request';
import type { FailureCode } from '@/utils/messages';
import { exportPapers, type WrittenFile } from './export-papers';
import { papersLackedBy } from './lacking';

/** What the worker is asked: for a file, or for the papers that a file lacks; `now` is a moment (ISO). */
export type ToWriter = { now: string } & (
  | { request: ExportRequest }
  | { lackedBy: Blob; ids: readonly string[] | undefined }
);

/** What the worker tells: which share is done, and in the end the file, or ids. */
export type FromWriter = { share: number } | WrittenFile | { ids: string[] } | { failure: FailureCode };

const tell = (message: FromWriter) => self.postMessage(message);

self.onmessage = async ({ data }: MessageEvent<ToWriter>) => {
  try {
    const db = new OffprintDatabase();
    const onShare = (share: number) => tell({ share });
    const onProgress = (done: number, total: number) => onShare(done / Math.max(1, total));
    if ('request' in data) tell(await exportPapers(db, data.request, data.now, onProgress));
    else tell({ ids: await papersLackedBy(db, data.lackedBy, data.ids, data.now, onShare) });
  } catch (error) {
    console.warn('[offprint]', error);
    tell({ failure: failureCode(error) });
  }
};
