/** The top of the list of all papers: what a page shows first. */
import { PAGE } from '@/components/list/pages';
import type { OffprintDatabase } from '@/storage/database';
import { guardLibrary } from '@/storage/guard';
import { countPapers, newestPapers } from '@/storage/library';
import type { Paper } from '@/utils/paper/schema';
import { beginReading, type Reading } from './use-live';

export interface Newest {
  /** A page of them. */
  papers: readonly Paper[];
  /** How many papers there are. */
  total: number;
}

/** Begins to read the newest papers. A page does so before it loads the code that draws them. */
export function readNewest(db: OffprintDatabase): Reading<Newest> {
  return beginReading(async () => {
    const [papers, total] = await Promise.all([newestPapers(db, PAGE), countPapers(db)]);
    if (total === 0) await guardLibrary(db);
    return { papers, total };
  });
}
