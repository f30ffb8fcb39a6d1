/** Wiring of the import's worker: a file or cards come in, progress and a plan go out. */

import { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import type { FailureCode } from '@/utils/messages';
import type { PaperCard } from '@/utils/paper/schema';
import { type ImportPlan, planImport, type ReadProgress } from './reader';

/** What the worker is asked: to read a file, or take cards, and stage them under a name. */
export interface ToReader {
  batch: string;
  brought: { file: Blob; year?: number } | { cards: readonly PaperCard[] };
}

/** What the worker tells; `plan` is missing for a file in none of our formats. */
export type FromReader =
  | { progress: ReadProgress }
  | { plan: ImportPlan | undefined }
  | { failure: FailureCode };

const tell = (message: FromReader) => self.postMessage(message);

self.onmessage = async ({ data: { batch, brought } }: MessageEvent<ToReader>) => {
  try {
    const read = 'file' in brought ? { ...brought, text: await brought.file.text() } : brought;
    const plan = await planImport(new OffprintDatabase(), batch, read, (progress) => tell({ progress }));
    tell({ plan });
  } catch (error) {
    console.warn('[offprint]', error);
    tell({ failure: failureCode(error) });
  }
};
