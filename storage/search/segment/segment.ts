/**
 * The format of a segment: what the index knows of some papers, in immutable chunks.
 *
 * - Documents are numbered in the order of their ids (UTF-16 units), so that equal scores come in the right order.
 * - `d` dictionary, about 4 KiB each: sorted terms, front-coded (dictionary.ts); the header knows the first of each.
 * - `p` postings, 16 KiB each: one stream cut into equal pieces, so that an offset is a place (postings.ts).
 * - `i` document ids, 256 each, front-coded; the header knows the first of each.
 * - `c` columns, 8,192 documents each (column.ts): lengths of the fields, then `COLUMNS`.
 * - `e` lists of texts that a column's numbers stand for: venues, places.
 *
 * Every chunk has a checksum (FNV-1a). Segments below `PACKED` bytes keep their chunks in one row.
 */
import { TOKENS_VERSION } from '@/utils/text/tokens';

/** Raised with every change of the format or of what is put into it. */
const FORMAT_VERSION = 2;
/** Two numbers in one: an index of another version is built anew. */
export const INDEX_VERSION = FORMAT_VERSION * 1000 + TOKENS_VERSION;

export const POSTINGS_CHUNK = 16_384;
export const DICTIONARY_CHUNK = 4096;
export const IDS_CHUNK = 256;
/**
 * Documents of a column in one chunk. No chunk has 64 KiB: Chromium keeps larger values in files of their own, and
 * reading six of these took 12 ms (2026-11-22; https://chromium.googlesource.com/chromium/src/+/main/third_party/blink/renderer/modules/indexeddb/idb_value_wrapping.h).
 */
export const COLUMN_CHUNK = 8192;
export const PACKED = 48_000;

/** The fields that text is found in, by number. The short ones come first, so that `title:` reads little. */
export const FIELDS = ['title', 'authors', 'tags', 'note', 'identifiers', 'abstract'] as const;
export type Field = (typeof FIELDS)[number];
export const BOOSTS: readonly number[] = [3, 2, 2, 1, 1, 1];
export const ALL_FIELDS = (1 << FIELDS.length) - 1;

/**
 * What filters and sorts read. Days are numbers as 20260928, `saved` is in milliseconds since 1970, 0 is "unknown";
 * `upvotes` is one more than they are. `flags` are bits; `venue` and `place` are numbers of texts in `e`.
 */
export const COLUMNS = ['saved', 'published', 'listed', 'upvotes', 'flags', 'venue', 'place'] as const;
export type ColumnName = (typeof COLUMNS)[number];
export const FLAGS = { starred: 1, reading: 2, read: 4, code: 8, note: 16, abstract: 32 } as const;

export function columnNumber(name: ColumnName): number {
  return FIELDS.length + COLUMNS.indexOf(name);
}

/** The numbers of a column's chunks in a segment of so many documents; those of the next column follow. */
export function columnChunks(column: number, docs: number): number[] {
  const pieces = Math.ceil(docs / COLUMN_CHUNK);
  return Array.from({ length: pieces }, (_, piece) => column * pieces + piece);
}

export type Part = 'd' | 'p' | 'i' | 'c' | 'e';

export interface Chunk {
  part: Part;
  number: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What must be known before anything is read of a segment. */
export interface Header {
  docs: number;
  /** Sums of the field lengths over all documents, by field. */
  sums: number[];
  /** The greatest length of each field. */
  longest: number[];
  /** The first term of each dictionary chunk, the first id of each chunk of ids. */
  terms: string[];
  ids: string[];
  /** How many chunks of postings there are. */
  postings: number;
  /** Bytes of all chunks. */
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

/** The number of the last chunk whose first entry is not after `wanted`; -1 if all are. */
export function chunkOf(firsts: readonly string[], wanted: string): number {
  let [low, high] = [0, firsts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firsts[middle] ?? '') <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
