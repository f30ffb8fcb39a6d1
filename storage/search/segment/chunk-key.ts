/** How a chunk is named and read. */
import type { ChunkPart } from './segment';

export type ChunkKey = readonly [segment: number, part: ChunkPart, number: number];

/** Reads chunks in the given order. Throws `DamagedIndex` if one is missing or damaged. */
export type ReadChunks = (keys: readonly ChunkKey[]) => Promise<Uint8Array[]>;

/**
 * The index contradicts itself: a chunk is missing, or is not what was written. This is damage only while the segments
 * concerned are current, because a merge deletes its inputs even while others read them.
 */
export class DamagedIndex extends Error {
  override readonly name = 'DamagedIndex';
  readonly segments: readonly number[];

  constructor(message: string, segments: readonly number[]) {
    super(message);
    this.segments = segments;
  }
}

/** A chunk's key as text. */
export function nameOf(segment: number, part: ChunkPart, number: number): string {
  return `${segment}${part}${number}`;
}
