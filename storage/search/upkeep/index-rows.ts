/** The index as it lies in the database: rows to segments and back, every byte held against its checksum. */
import type { ChunkRow, DeletionRow, OffprintDatabase, SegmentRow } from '@/storage/database';
import { readDirectly, settled } from '@/storage/read-directly';
import { DamagedIndex, type ReadChunks } from '../page/chunk-cache';
import { checksum, packSorted, unpackSorted } from '../segment/bytes';
import { type Chunk, type Header, INDEX_VERSION, PACKED } from '../segment/segment';

/** Up to where the library is indexed, and by which segments. */
export interface IndexState {
  version: number;
  segments: number[];
  /** The last paper that is indexed, in the order of revisions and ids; and the last tombstone. */
  revision: number;
  id: string;
  removed: number;
  /** The number of the next segment. */
  next: number;
}

export const NO_INDEX: IndexState = {
  version: INDEX_VERSION,
  segments: [],
  revision: -1,
  id: '',
  removed: -1,
  next: 1,
};

/** A segment as it was read. */
export interface StoredSegment {
  id: number;
  header: Header;
  gone: Uint8Array | undefined;
  packed: Chunk[];
}

/** Stands for a segment in what is said of a damaged state: a sound one has none of this number. */
const NO_SEGMENT = 0;

/**
 * The tables of the index: reading its state, or changing it, takes all of them. Read in several transactions it may
 * look lost in between; `dropIndex` looks again.
 */
export function indexTables({ index, segments, chunks, deletions }: OffprintDatabase) {
  return [index, segments, chunks, deletions] as const;
}

/** The index's state; a new one where there is none of this version. Throws `DamagedIndex` where it is lost. */
export async function readState(db: OffprintDatabase): Promise<IndexState> {
  const state = await soundState(db);
  if (!state) throw new DamagedIndex('the state is missing or malformed', [NO_SEGMENT]);
  return state;
}

/** The same; undefined where its row is malformed, or is missing though others are there. */
export async function soundState(db: OffprintDatabase): Promise<IndexState | undefined> {
  const row = await db.index.get('state');
  if (!row) return (await lastNumber(db)) === undefined ? NO_INDEX : undefined;
  if (isOutdated(row.value)) return NO_INDEX;
  return isState(row.value) ? row.value : undefined;
}

/** Whether this is a state of another version. */
export function isOutdated(value: unknown): boolean {
  const { version } = (value ?? {}) as Partial<IndexState>;
  return typeof version === 'number' && version !== INDEX_VERSION;
}

function isState(value: unknown): value is IndexState {
  const { version, segments, revision, id, removed, next } = (value ?? {}) as Partial<IndexState>;
  return (
    version === INDEX_VERSION &&
    isNumbers(segments) &&
    isNumbers([revision, removed, next]) &&
    typeof id === 'string' &&
    segments.every((segment) => segment < Number(next))
  );
}

/** Whether these are whole numbers. */
export function isNumbers(values: unknown): values is number[] {
  return Array.isArray(values) && values.every(Number.isSafeInteger);
}

/** The highest number of a segment that any row is about; undefined without such rows. */
export async function lastNumber(db: OffprintDatabase): Promise<number | undefined> {
  const [, ...tables] = indexTables(db);
  const last = await Promise.all(
    tables.map((table) => table.toCollection().reverse().limit(1).primaryKeys()),
  );
  const numbers = last.flat().map((key) => (typeof key === 'number' ? key : key[0]));
  return numbers.length > 0 ? Math.max(...numbers) : undefined;
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

export function chunkRows(segment: number, chunks: readonly Chunk[]): ChunkRow[] {
  return chunks.map(({ part, number, bytes }) => ({ segment, part, number, bytes, check: checksum(bytes) }));
}

/** Reads chunks from the database; such as follow one another in one go. */
export function chunkReader(db: OffprintDatabase): ReadChunks {
  return async (keys) => {
    const rows = await readDirectly(db, ['chunks'], (store) => {
      const chunks = store('chunks');
      const reads: Promise<ChunkRow[]>[] = [];
      for (let from = 0, to = 0; from < keys.length; from = to) {
        while (to < keys.length && follows(keys, from, to)) to++;
        const [segment = 0, part = '', number = 0] = keys[from] ?? [];
        const range = IDBKeyRange.bound([segment, part, number], [segment, part, number + to - from - 1]);
        reads.push(settled<ChunkRow[]>(chunks.getAll(range)));
      }
      return Promise.all(reads);
    });
    const found = new Map<string, Uint8Array>();
    for (const row of rows.flat()) found.set(`${row.segment}${row.part}${row.number}`, sound(row));
    return keys.map((key) => {
      const bytes = found.get(key.join(''));
      if (!bytes) throw new DamagedIndex('a chunk is missing', [key[0]]);
      return bytes;
    });
  };
}

/** Whether key `at` stands as far behind key `from` in the database as in the list. */
function follows(keys: Parameters<ReadChunks>[0], from: number, at: number): boolean {
  const [first, key] = [keys[from], keys[at]];
  return (
    key?.[0] === first?.[0] && key?.[1] === first?.[1] && (key?.[2] ?? 0) - (first?.[2] ?? 0) === at - from
  );
}

function sound({ segment, bytes, check }: ChunkRow): Uint8Array<ArrayBuffer> {
  if (!isWhole(bytes, check)) throw new DamagedIndex('a chunk is damaged', [segment]);
  return bytes;
}

function isWhole(bytes: unknown, check: number): boolean {
  return bytes instanceof Uint8Array && checksum(bytes) === check;
}
