/** Wiring of the import's worker: files or cards come in, progress and a plan go out. */

import { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import type { FailureCode } from '@/utils/messages';
import { type Brought, type ImportPlan, planImport, type ReadProgress } from './reader';

/** What the worker is asked: to read files, or take cards, and stage them under a name. */
export interface ToReader {
  batch: string;
  brought: Brought;
}

/** What the worker tells; `plan` is missing for files in none of our formats. */
export type FromReader =
  | { progress: ReadProgress }
  | { plan: ImportPlan | undefined }
  | { failure: FailureCode };

const tell = (message: FromReader) => self.postMessage(message);

self.onmessage = async ({ data: { batch, brought } }: MessageEvent<ToReader>) => {
  try {
    const plan = await planImport(new OffprintDatabase(), batch, brought, (progress) => tell({ progress }));
    tell({ plan });
  } catch (error) {
    console.warn('[offprint]', error);
    tell({ failure: failureCode(error) });
  }
};
