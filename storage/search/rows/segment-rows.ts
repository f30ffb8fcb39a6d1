/** Segments and their deletions as rows. */
import type { DeletionRow, OffprintDatabase, SegmentRow } from '@/storage/database';
import { checksum, packSorted, unpackSorted } from '../segment/bytes';
import { DamagedIndex } from '../segment/chunk-key';
import { type Chunk, type Header, PACKED } from '../segment/segment';
import { chunkRows, isWhole, sound } from './chunk-rows';
import type { IndexState } from './index-state';

/** A segment as it was read. */
export interface StoredSegment {
  id: number;
  header: Header;
  gone: Uint8Array | undefined;
  packed: Chunk[];
}

/** The segments of a state. To be called in the transaction that read the state. */
export async function readSegments(
  db: OffprintDatabase,
  { segments }: IndexState,
  known: ReadonlyMap<number, StoredSegment> = new Map(),
): Promise<StoredSegment[]> {
  const missing = segments.filter((id) => !known.has(id));
  const [rows, deletions] = await Promise.all([
    missing.length > 0 ? db.segments.bulkGet(missing) : [],
    segments.length > 0 ? db.deletions.bulkGet(segments) : [],
  ]);
  return segments.map((id, index) => {
    const segment = known.get(id) ?? storedSegment(id, rows[missing.indexOf(id)]);
    const row = deletions[index];
    return { ...segment, gone: row && goneOf(row, segment.header.docs) };
  });
}

function storedSegment(id: number, row: SegmentRow | undefined): StoredSegment {
  if (!row || !isWhole(row.header, row.check))
    throw new DamagedIndex('a segment is missing or damaged', [id]);
  const header = JSON.parse(new TextDecoder().decode(row.header)) as Header;
  const packed = (row.packed ?? []).map((chunk) => ({
    part: chunk.part as Chunk['part'],
    number: chunk.number,
    bytes: sound(chunk),
  }));
  return { id, header, gone: undefined, packed };
}

function goneOf(row: DeletionRow, docs: number): Uint8Array {
  if (!isWhole(row.docs, row.check))
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

/** The row of a segment, with its chunks where they are few. */
export function segmentRow(segment: number, header: Header, chunks: readonly Chunk[]): SegmentRow {
  const bytes = new TextEncoder().encode(JSON.stringify(header)) as Uint8Array<ArrayBuffer>;
  const row = { segment, header: bytes, check: checksum(bytes) };
  return header.size < PACKED ? { ...row, packed: chunkRows(segment, chunks) } : row;
}
