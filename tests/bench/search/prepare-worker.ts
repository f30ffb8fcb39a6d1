/** Fills the library and lets each contender make its index, away from any page, as an extension's worker would. */
import { type Prepare, TooLong } from './contenders/contender';
import { prepare as flexsearch } from './contenders/flexsearch';
import { prepare as minisearch } from './contenders/minisearch';
import { prepare as offprint } from './contenders/offprint';
import { prepare as orama } from './contenders/orama';
import { createIndex as sqlite } from './contenders/sqlite-database';
import { fillLibrary, saveInSteps } from './library';
import { type Made, makePaper } from './papers.mjs';

const PREPARE: Record<string, Prepare> = { offprint, minisearch, sqlite, flexsearch, orama };
const BATCH = 500;

/** What is to be done: `fill`, `save`, or a contender's name; with how many papers and how much time (ms). */
export interface Job {
  job: string;
  papers: number;
  limit: number;
}

addEventListener('message', async ({ data }: MessageEvent<Job>) => {
  try {
    postMessage({ answer: await work(data) });
  } catch (error) {
    postMessage(error instanceof TooLong ? { answer: undefined } : { error: String(error) });
  }
});

function work({ job, papers, limit }: Job): Promise<unknown> {
  const deadline = performance.now() + limit;
  if (job === 'fill') return fillLibrary(papers);
  if (job === 'save') return saveInSteps(papers, deadline);
  const prepare = PREPARE[job];
  if (!prepare) throw new Error(`nobody knows how to prepare ${job}`);
  return prepare(papers, () => batches(papers), deadline);
}

function* batches(papers: number): Generator<Made[]> {
  for (let from = 0; from < papers; from += BATCH)
    yield Array.from({ length: Math.min(BATCH, papers - from) }, (_, index) =>
      makePaper(from + index, papers),
    );
}
