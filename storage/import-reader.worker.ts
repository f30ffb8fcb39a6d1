/** Wiring of the import's worker: a file comes in, progress and a plan go out. */
import type { FailureCode } from '@/utils/messages';
import { OffprintDatabase } from './database';
import { failureCode } from './failure';
import { type ImportPlan, planImport, type ReadProgress } from './import-reader';

/** What the worker is asked: to read a file and stage it under a name. */
export interface ToReader {
  batch: string;
  file: Blob;
}

/** What the worker tells; `plan` is missing for a file in none of our formats. */
export type FromReader =
  | { progress: ReadProgress }
  | { plan: ImportPlan | undefined }
  | { failure: FailureCode };

const tell = (message: FromReader) => self.postMessage(message);

self.onmessage = async ({ data: { batch, file } }: MessageEvent<ToReader>) => {
  try {
    const plan = await planImport(new OffprintDatabase(), batch, await file.text(), (progress) =>
      tell({ progress }),
    );
    tell({ plan });
  } catch (error) {
    console.warn('[offprint]', error);
    tell({ failure: failureCode(error) });
  }
};
