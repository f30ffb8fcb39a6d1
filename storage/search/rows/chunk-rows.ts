/** Chunks as rows. Every chunk is checked against its checksum when it is read. */

import type { ChunkRow } from '@/storage/index-rows';
import { readDirectly, settled } from '@/storage/read-directly';
import { checksum } from '../segment/bytes';
import { type ChunkKey, DamagedIndex, nameOf, type ReadChunks } from '../segment/chunk-key';
import type { Chunk, ChunkPart } from '../segment/segment';
import type { IndexStore } from './index-store';

export function chunkRows(segment: number, chunks: readonly Chunk[]): ChunkRow[] {
  return chunks.map(({ part, number, bytes }) => ({ segment, part, number, bytes, check: checksum(bytes) }));
}

/** Reads chunks from the database, neighbours in a single request. */
export function chunkReader({ db, tables }: IndexStore): ReadChunks {
  const table = tables.chunks.name;
  return async (keys) => {
    const rows = await readDirectly(db, [table], (store) => {
      const chunks = store(table);
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
    for (const row of rows.flat())
      found.set(nameOf(row.segment, row.part as ChunkPart, row.number), soundBytes(row));
    return keys.map((key) => {
      const bytes = found.get(nameOf(...key));
      if (!bytes) throw new DamagedIndex('a chunk is missing', [key[0]]);
      return bytes;
    });
  };
}

/** Whether the keys from place `from` to place `at` are neighbours in the database. */
function follows(keys: readonly ChunkKey[], from: number, at: number): boolean {
  const [first, key] = [keys[from], keys[at]];
  return (
    key?.[0] === first?.[0] && key?.[1] === first?.[1] && (key?.[2] ?? 0) - (first?.[2] ?? 0) === at - from
  );
}

/** The bytes of a chunk. Throws `DamagedIndex` if they are not what was written. */
export function soundBytes({ segment, bytes, check }: ChunkRow): Uint8Array<ArrayBuffer> {
  if (!isSound(bytes, check)) throw new DamagedIndex('a chunk is damaged', [segment]);
  return bytes;
}

export function isSound(bytes: unknown, check: number): boolean {
  return bytes instanceof Uint8Array && checksum(bytes) === check;
}
