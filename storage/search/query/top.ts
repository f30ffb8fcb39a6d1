/** Chooses the best documents. */
import type { Snapshot } from '../snapshot/snapshot';

/**
 * The `limit` documents with the greatest `keys`, and their ids. `keys` are in the order of `docs`. Ties are in the
 * order of ids. Within a segment documents are in that order, too, so only the ids of possible results are read.
 */
export async function topDocuments(
  snapshot: Snapshot,
  docs: Uint32Array,
  keys: Float64Array,
  limit: number,
): Promise<{ doc: number; id: string; key: number }[]> {
  const least = docs.length > limit ? leastOfBest(keys, limit) : Number.NEGATIVE_INFINITY;
  const best: { doc: number; key: number }[] = [];
  const tied: number[] = [];
  for (let place = 0; place < docs.length; place++) {
    const key = keys[place] as number;
    if (key > least) best.push({ doc: docs[place] as number, key });
    else if (key === least) tied.push(docs[place] as number);
  }
  const room = Math.max(0, limit - best.length);
  const ascending = Uint32Array.from(tied).sort();
  for (const { base, header } of snapshot.segments)
    for (const doc of firstWithin(ascending, base, base + header.docs, room)) best.push({ doc, key: least });
  const ids = await snapshot.ids(best.map(({ doc }) => doc));
  return best
    .map((one, index) => ({ ...one, id: ids[index] ?? '' }))
    .sort((a, b) => b.key - a.key || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

/** The first `limit` of these ascending numbers that are at least `from` and less than `to`. */
function firstWithin(ascending: Uint32Array, from: number, to: number, limit: number): Uint32Array {
  const start = ascending.findIndex((doc) => doc >= from);
  if (start < 0) return new Uint32Array(0);
  return ascending.subarray(start, start + limit).filter((doc) => doc < to);
}

/** The least of the `limit` greatest keys. These are kept in a heap whose root is the least. */
function leastOfBest(keys: Float64Array, limit: number): number {
  if (limit === 0) return Number.POSITIVE_INFINITY;
  const heap = keys.slice(0, limit);
  const sink = (start: number) => {
    const key = heap[start] as number;
    let at = start;
    for (let child = 2 * at + 1; child < limit; child = 2 * at + 1) {
      if (child + 1 < limit && (heap[child + 1] as number) < (heap[child] as number)) child++;
      if ((heap[child] as number) >= key) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = key;
  };
  for (let at = limit >> 1; at >= 0; at--) sink(at);
  for (let place = limit; place < keys.length; place++) {
    const key = keys[place] as number;
    if (key <= (heap[0] as number)) continue;
    heap[0] = key;
    sink(0);
  }
  return heap[0] as number;
}
