/** Segments and the lists of their deleted documents as rows. */

import type { DeletionRow, SegmentRow } from '@/storage/index-rows';
import { checksum, packSorted, unpackSorted } from '../segment/bytes';
import { DamagedIndex } from '../segment/chunk-key';
import { type Chunk, type ChunkPart, type Header, PACKED } from '../segment/segment';
import { chunkRows, isSound, soundBytes } from './chunk-rows';
import type { IndexState } from './index-state';
import type { IndexStore } from './index-store';

/** A segment as it was read. */
export interface StoredSegment {
  id: number;
  header: Header;
  /** One byte per document, 1 if it was deleted; undefined if none was. */
  gone: Uint8Array | undefined;
  /** The chunks that came with the header. */
  packed: Chunk[];
}

/** The segments of a state. Call it in the transaction that read the state. */
export async function readSegments(
  { tables }: IndexStore,
  { segments }: IndexState,
  known: ReadonlyMap<number, StoredSegment> = new Map(),
): Promise<StoredSegment[]> {
  const missing = segments.filter((id) => !known.has(id));
  const [rows, deletions] = await Promise.all([
    missing.length > 0 ? tables.segments.bulkGet(missing) : [],
    segments.length > 0 ? tables.deletions.bulkGet(segments) : [],
  ]);
  return segments.map((id, index) => {
    const segment = known.get(id) ?? storedSegment(id, rows[missing.indexOf(id)]);
    const row = deletions[index];
    return { ...segment, gone: row && goneOf(row, segment.header.docs) };
  });
}

function storedSegment(id: number, row: SegmentRow | undefined): StoredSegment {
  if (!row || !isSound(row.header, row.check))
    throw new DamagedIndex('a segment is missing or damaged', [id]);
  const header = JSON.parse(new TextDecoder().decode(row.header)) as Header;
  const packed = (row.packed ?? []).map((chunk) => ({
    part: chunk.part as ChunkPart,
    number: chunk.number,
    bytes: soundBytes(chunk),
  }));
  return { id, header, gone: undefined, packed };
}

function goneOf(row: DeletionRow, docs: number): Uint8Array {
  if (!isSound(row.docs, row.check))
    throw new DamagedIndex('the list of deletions is damaged', [row.segment]);
  const gone = new Uint8Array(docs);
  for (const doc of unpackSorted(row.docs)) gone[doc] = 1;
  return gone;
}

export function deletionRow(segment: number, gone: Uint8Array): DeletionRow {
  const docs: number[] = [];
  for (let doc = gone.indexOf(1); doc >= 0; doc = gone.indexOf(1, doc + 1)) docs.push(doc);
  const bytes = packSorted(docs);
  return { segment, docs: bytes, check: checksum(bytes) };
}

/** The row of a segment. It includes the chunks if the segment is small. */
export function segmentRow(segment: number, header: Header, chunks: readonly Chunk[]): SegmentRow {
  const bytes = new TextEncoder().encode(JSON.stringify(header)) as Uint8Array<ArrayBuffer>;
  const row = { segment, header: bytes, check: checksum(bytes) };
  return header.size < PACKED ? { ...row, packed: chunkRows(segment, chunks) } : row;
}
