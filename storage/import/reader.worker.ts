/** Wiring of the import's worker: files or cards come in, progress, rows and a plan go out. */

import { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import type { FailureCode } from '@/utils/messages';
import { type Brought, type ImportPlan, planImport, type ReadProgress } from './reader';
import type { Row } from './row';

/** What the worker is asked: to read files, or take cards, and stage them under a name. */
export interface ToReader {
  batch: string;
  brought: Brought;
}

/** What the worker tells. The plan's rows go before it, in parts. `plan` is missing for files in none of our formats. */
export type FromReader =
  | { progress: ReadProgress }
  | { rows: readonly Row[] }
  | { plan: ImportPlan | undefined }
  | { failure: FailureCode };

/** Rows in a message: the page takes each message in a task of its own, and 50,000 rows in one take 100 ms. */
const ROWS = 2000;

const tell = (message: FromReader) => self.postMessage(message);

self.onmessage = async ({ data: { batch, brought } }: MessageEvent<ToReader>) => {
  try {
    const plan = await planImport(new OffprintDatabase(), batch, brought, (progress) => tell({ progress }));
    const rows = plan?.preview.rows ?? [];
    for (let from = 0; from < rows.length; from += ROWS) tell({ rows: rows.slice(from, from + ROWS) });
    tell({ plan: plan && { ...plan, preview: { ...plan.preview, rows: [] } } });
  } catch (error) {
    console.warn('[offprint]', error);
    tell({ failure: failureCode(error) });
  }
};
