/** Reads the chunks with the postings of terms. */
import type { ChunkKey } from '../segment/chunk-key';
import { POSTINGS_CHUNK } from '../segment/segment';
import type { Held } from '../snapshot/chunk-cache';
import type { Snapshot } from '../snapshot/snapshot';
import type { Expansion } from './expand';

/** How many postings these terms have, including those of deleted documents. */
export function postingsOf(expansions: readonly Expansion[]): number {
  return expansions.reduce((sum, { frequency }) => sum + frequency, 0);
}

/** The chunks that have the postings of these terms, in addition to those of `held`. */
export function holdPostings(
  snapshot: Snapshot,
  expansions: readonly Expansion[],
  held?: Map<string, Uint8Array>,
): Promise<Held> {
  const keys = postingKeys(snapshot, expansions);
  return snapshot.chunks.hold(keys, held);
}

function postingKeys({ segments }: Snapshot, expansions: readonly Expansion[]): ChunkKey[] {
  const wanted = segments.map(() => new Set<number>());
  for (const { ranges } of expansions)
    for (const { segment, offset, bytes } of ranges) {
      const last = Math.floor((offset + bytes - 1) / POSTINGS_CHUNK);
      for (let number = Math.floor(offset / POSTINGS_CHUNK); number <= last; number++)
        wanted[segment]?.add(number);
    }
  return wanted.flatMap((numbers, index) =>
    [...numbers].sort((a, b) => a - b).map((number): ChunkKey => [segments[index]?.id ?? 0, 'p', number]),
  );
}
