/** From a chosen file to staged papers and a preview. Runs in a worker of the page, so that nothing freezes. */
import { FORMATS } from '@/utils/formats';
import type { Reading } from '@/utils/formats/format';
import type { OffprintDatabase } from './database';
import { type Batch, type Preview, preview, stage } from './staging';

/** What a file would bring. */
export interface ImportPlan extends Omit<Reading, 'papers'>, Batch {
  preview: Preview;
}

/** How far reading has come: 0 to 1 in each step. */
export type ReadProgress = { step: 'staging' | 'comparing'; share: number };

/** Reads `text` in whichever format it is; undefined if it is in none of ours. Its papers are staged as `batch`. */
export async function planImport(
  db: OffprintDatabase,
  batch: string,
  text: string,
  onProgress: (progress: ReadProgress) => void,
): Promise<ImportPlan | undefined> {
  const reading = await readAny(text);
  if (!reading) return undefined;
  const { papers, ...rest } = reading;
  const share = (step: ReadProgress['step']) => (done: number) =>
    onProgress({ step, share: done / Math.max(1, papers.length) });
  const parts = await stage(db, batch, papers, share('staging'));
  return { ...rest, batch, parts, preview: await preview(db, batch, share('comparing')) };
}

async function readAny(text: string): Promise<Reading | undefined> {
  for (const format of FORMATS) {
    const reading = await format.read?.(text);
    if (reading) return reading;
  }
  return undefined;
}
