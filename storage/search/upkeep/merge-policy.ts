/** Decides which segments to merge, so that there are never many and each paper is rewritten rarely. */

/** How many segments there may be: about ten large ones, and some small ones of one row each. */
export const MOST_SEGMENTS = 16;
/** A segment is rewritten once this share of it was deleted. */
const STALE = 0.4;
/** Weighs segments saved against documents written. From a simulation: 100,000 papers, ten at a time (2026-11-22). */
const SAVING = 4;

/**
 * The positions of the segments to merge, if any. For each segment, `sizes` has the number of live documents and `docs`
 * that of all documents. Of all ways to merge the smallest segments, it chooses the one that writes least for each
 * segment saved. Larger segments stay as they are. With `clean`, a single deleted document makes a segment due.
 */
export function chooseMerge(
  sizes: readonly number[],
  docs: readonly number[],
  clean = false,
): number[] | undefined {
  const most = (count: number) => (clean ? 0 : Math.max(16, count * STALE));
  const stale = docs.findIndex((count, index) => count - (sizes[index] ?? 0) > most(count));
  if (stale >= 0) return [stale];
  if (sizes.length <= MOST_SEGMENTS) return undefined;
  const order = [...sizes.keys()].sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
  let [best, least, sum] = [2, Number.POSITIVE_INFINITY, 0];
  for (const [index, segment] of order.entries()) {
    sum += sizes[segment] ?? 0;
    if (index > 0 && sum / index ** SAVING <= least) [best, least] = [index + 1, sum / index ** SAVING];
  }
  return order.slice(0, best);
}
