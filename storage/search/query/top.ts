/** The best documents of many. */
import type { Snapshot } from '../page/snapshot';

/**
 * The `limit` documents marked in `hits` whose `keys` are greatest, ties by id, with their ids. Within a segment the
 * order of documents is that of their ids, so only what competes across segments has its id read.
 */
export async function topDocuments(
  snapshot: Snapshot,
  hits: Uint8Array,
  keys: Float64Array | undefined,
  limit: number,
): Promise<{ doc: number; id: string; key: number }[]> {
  const best: number[] = [];
  const keyOf = (doc: number) => keys?.[doc] ?? 0;
  for (const { base, header } of snapshot.segments)
    best.push(...topOfSegment(hits, keys, base, base + header.docs, limit));
  best.sort((a, b) => keyOf(b) - keyOf(a) || a - b);
  const least = best.length > limit ? keyOf(best[limit - 1] ?? 0) : Number.NEGATIVE_INFINITY;
  const chosen = best.filter((doc) => keyOf(doc) >= least);
  const ids = await snapshot.ids(chosen);
  return chosen
    .map((doc, index) => ({ doc, id: ids[index] ?? '', key: keyOf(doc) }))
    .sort((a, b) => b.key - a.key || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

/** A heap whose root is the worst of the best so far. */
function topOfSegment(
  hits: Uint8Array,
  keys: Float64Array | undefined,
  from: number,
  to: number,
  limit: number,
): Uint32Array {
  const heap = new Uint32Array(limit);
  let size = 0;
  const worse = (a: number, b: number): boolean => {
    const difference = keys === undefined ? 0 : (keys[a] as number) - (keys[b] as number);
    return difference < 0 || (difference === 0 && a > b);
  };
  const sink = (start: number) => {
    const doc = heap[start] as number;
    let at = start;
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && worse(heap[child + 1] as number, heap[child] as number)) child++;
      if (!worse(heap[child] as number, doc)) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = doc;
  };
  for (let doc = from; doc < to && limit > 0; doc++) {
    if (hits[doc] !== 1) continue;
    if (size < limit) {
      heap[size++] = doc;
      if (size === limit) for (let at = size >> 1; at >= 0; at--) sink(at);
    } else if (worse(heap[0] as number, doc)) {
      heap[0] = doc;
      sink(0);
    }
  }
  return heap.subarray(0, size);
}
