/** What names a chunk of a segment, and what reads it. */
import type { Part } from './segment';

export type ChunkKey = readonly [segment: number, part: Part, number: number];

/** Reads chunks, in the order asked for; throws `DamagedIndex` if one is missing or damaged. */
export type ReadChunks = (keys: readonly ChunkKey[]) => Promise<Uint8Array[]>;

/**
 * What the index says cannot be: a chunk is missing, or is not what was written. It is damage only while the segments
 * that this is about are current: a merge takes its inputs away, also from those who are reading them.
 */
export class DamagedIndex extends Error {
  override readonly name = 'DamagedIndex';
  readonly segments: readonly number[];

  constructor(message: string, segments: readonly number[]) {
    super(message);
    this.segments = segments;
  }
}

export function nameOf(segment: number, part: Part, number: number): string {
  return `${segment}${part}${number}`;
}
