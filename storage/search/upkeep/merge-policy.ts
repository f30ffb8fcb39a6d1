/** Which segments to merge: so that there are never many, and no paper is written often. */

/** Segments that may stand side by side: about ten large ones, and some that are read in one row each. */
export const MOST_SEGMENTS = 16;
/** A segment of which this share was deleted is written anew. */
const STALE = 0.4;
/** How much a merge may write for each segment that it saves; by simulation, 100,000 papers in tens (2026-11-22). */
const SAVING = 4;

/**
 * The places of the segments to merge, if any. `sizes` are the documents that live in each, `docs` all it holds. Of all
 * ways to merge the smallest segments, that one is taken which writes least for each segment that it saves; the
 * greater ones stay as they are.
 */
export function chooseMerge(sizes: readonly number[], docs: readonly number[]): number[] | undefined {
  const stale = docs.findIndex((count, index) => count - (sizes[index] ?? 0) > Math.max(16, count * STALE));
  if (stale >= 0) return [stale];
  if (sizes.length <= MOST_SEGMENTS) return undefined;
  const order = [...sizes.keys()].sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
  let [best, least, sum] = [2, Number.POSITIVE_INFINITY, 0];
  for (const [index, place] of order.entries()) {
    sum += sizes[place] ?? 0;
    if (index > 0 && sum / index ** SAVING <= least) [best, least] = [index + 1, sum / index ** SAVING];
  }
  return order.slice(0, best);
}
