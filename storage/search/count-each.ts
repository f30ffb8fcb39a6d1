/** Counts of several queries, such as saved searches. */
import type { Query } from '@/utils/query/query-tree';
import type { LibrarySearch } from './library-search';

/**
 * Counts what each query finds and tells it by the query's place. They come one after the other, and the page may draw and
 * answer keys between two. Ends once it is aborted; rejects if the library cannot be read.
 */
export async function countEach(
  library: Pick<LibrarySearch, 'count'>,
  queries: readonly Query[],
  onCount: (place: number, papers: number) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const [place, query] of queries.entries()) {
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return;
    const papers = await library.count(query);
    if (signal.aborted) return;
    onCount(place, papers);
  }
}
