/** Reads the postings of terms. */
import { type ChunkKey, nameOf } from '../segment/chunk-key';
import { POSTINGS_CHUNK } from '../segment/segment';
import type { Held } from '../snapshot/chunk-cache';
import type { Snapshot } from '../snapshot/snapshot';
import type { Expansion, PostingsRange } from './expand';

/** The postings of a term in one segment. `at` is where the next field begins. */
export interface Source {
  bytes: Uint8Array;
  at: number;
}

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
  return snapshot.chunks.hold(postingKeys(snapshot, expansions), held);
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

/** The postings in a range. They are copied if they reach into another chunk. */
export function sourceOf(
  { segments }: Snapshot,
  held: Held,
  { segment, offset, bytes }: PostingsRange,
): Source {
  const id = segments[segment]?.id ?? 0;
  const first = Math.floor(offset / POSTINGS_CHUNK);
  const last = Math.floor((offset + bytes - 1) / POSTINGS_CHUNK);
  const at = offset - first * POSTINGS_CHUNK;
  const chunk = held.get(nameOf(id, 'p', first)) ?? new Uint8Array(0);
  if (first === last) return { bytes: chunk, at };
  const whole = new Uint8Array(bytes);
  for (let number = first, to = 0; number <= last; number++) {
    const next = held.get(nameOf(id, 'p', number)) ?? new Uint8Array(0);
    const piece = next.subarray(
      number === first ? at : 0,
      Math.min(next.length, offset + bytes - number * POSTINGS_CHUNK),
    );
    whole.set(piece, to);
    to += piece.length;
  }
  return { bytes: whole, at: 0 };
}
