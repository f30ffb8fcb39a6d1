/** An index in its database: what it is made of, and which tables hold it. */
import type { Table } from 'dexie';
import type { OffprintDatabase } from '@/storage/database';
import type { ChunkRow, DeletionRow, IndexRow, SegmentRow } from '@/storage/index-rows';
import type { Paper, Sighting } from '@/utils/paper/schema';
import type { IndexDocument, IndexShape } from '../segment/document';

export interface IndexTables {
  segments: Table<SegmentRow, number>;
  chunks: Table<ChunkRow, [segment: number, part: string, number: number]>;
  deletions: Table<DeletionRow, number>;
  index: Table<IndexRow, string>;
}

/** All indexes of one kind, in whatever database they are. */
export interface IndexFamily extends IndexShape {
  /** An index of another version is thrown away and built anew. */
  version: number;
  tables(db: OffprintDatabase): IndexTables;
  document(paper: Paper, sightings: readonly Sighting[]): IndexDocument;
}

export interface IndexStore {
  db: OffprintDatabase;
  family: IndexFamily;
  tables: IndexTables;
}

export function indexStore(db: OffprintDatabase, family: IndexFamily): IndexStore {
  return { db, family, tables: family.tables(db) };
}

/**
 * The tables of an index. A transaction that reads or changes its state takes all of them. If they are read in several
 * transactions, the index may look lost in between; `dropIndex` checks again.
 */
export function allTables({ tables: { index, segments, chunks, deletions } }: IndexStore) {
  return [index, segments, chunks, deletions] as const;
}
