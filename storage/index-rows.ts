/** The rows of the search index. */

/** What is needed before any chunk of a segment can be read. Immutable. storage/search/segment/segment.ts has the format. */
export interface SegmentRow {
  segment: number;
  /** A `Header` as JSON, in UTF-8. */
  header: Uint8Array<ArrayBuffer>;
  check: number;
  /** The chunks, if the segment is small. */
  packed?: ChunkRow[];
}

/** A chunk of a segment with its checksum. Immutable. */
export interface ChunkRow {
  segment: number;
  part: string;
  number: number;
  bytes: Uint8Array<ArrayBuffer>;
  check: number;
}

/** The documents of a segment that were deleted or replaced. `docs` are their numbers, packed. */
export interface DeletionRow {
  segment: number;
  docs: Uint8Array<ArrayBuffer>;
  check: number;
}

/** The state of the search index, the merge under way, and a mark that the user is to be told of damage. */
export interface IndexRow {
  name: 'state' | 'merge' | 'damage';
  value: unknown;
}
