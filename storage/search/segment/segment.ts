/**
 * The format of a segment: the index of some documents, in immutable chunks.
 *
 * - Documents are numbered in the order of their ids (UTF-16 units), so that ties in the ranking are in that order.
 * - `d` dictionary, about 4 KiB each: sorted terms, front-coded (dictionary.ts). The header has the first term of each.
 * - `p` postings, 16 KiB each: one stream cut into equal pieces, so that a chunk is found by its offset (postings.ts).
 * - `i` document ids, 256 each, front-coded (ids.ts). The header has the first id of each.
 * - `c` columns, 8,192 documents each (column.ts): field lengths, then the number columns, then the text columns.
 * - `e` the different texts of a text column. The column holds their places in this list.
 *
 * Every chunk has a checksum (FNV-1a). Segments of less than `PACKED` bytes keep their chunks in the header's row.
 */

/** Raise it with every change of the format, or of what an index puts into it: indexes are then built anew. */
export const FORMAT_VERSION = 4;

export const POSTINGS_CHUNK = 16_384;
export const DICTIONARY_CHUNK = 4096;
export const IDS_CHUNK = 256;
/**
 * Documents per chunk of a column. No chunk reaches 64 KiB: Chromium keeps larger values in separate files, and reading
 * six of these took 12 ms (2026-11-22; https://chromium.googlesource.com/chromium/src/+/main/third_party/blink/renderer/modules/indexeddb/idb_value_wrapping.h).
 */
export const COLUMN_CHUNK = 8192;
export const PACKED = 48_000;

/** The chunk numbers of a column in a segment of `docs` documents. Those of the next column follow. */
export function columnChunks(column: number, docs: number): number[] {
  const pieces = Math.ceil(docs / COLUMN_CHUNK);
  return Array.from({ length: pieces }, (_, piece) => column * pieces + piece);
}

export type ChunkPart = 'd' | 'p' | 'i' | 'c' | 'e';

export interface Chunk {
  part: ChunkPart;
  number: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What is needed before any chunk of a segment can be read. */
export interface Header {
  docs: number;
  /** For each field, the sum of its lengths over all documents. */
  sums: number[];
  /** For each field, its greatest length. */
  longest: number[];
  /** The first term of each dictionary chunk, and the first id of each chunk of ids. */
  terms: string[];
  ids: string[];
  /** Number of chunks of postings. */
  postings: number;
  /** Total bytes of all chunks. */
  size: number;
}

export interface BuiltSegment {
  header: Header;
  chunks: Chunk[];
}

/** Texts as a chunk. */
export function packTexts(texts: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(texts)) as Uint8Array<ArrayBuffer>;
}

export function unpackTexts(bytes: Uint8Array): string[] {
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** The number of the last chunk whose first entry is not after `wanted`; -1 if there is none. */
export function chunkOf(firsts: readonly string[], wanted: string): number {
  let [low, high] = [0, firsts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firsts[middle] ?? '') <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
