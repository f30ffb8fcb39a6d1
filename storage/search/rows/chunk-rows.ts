/** Chunks as rows, every byte held against its checksum. */
import type { ChunkRow, OffprintDatabase } from '@/storage/database';
import { readDirectly, settled } from '@/storage/read-directly';
import { checksum } from '../segment/bytes';
import { DamagedIndex, type ReadChunks } from '../segment/chunk-key';
import type { Chunk } from '../segment/segment';

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

export function sound({ segment, bytes, check }: ChunkRow): Uint8Array<ArrayBuffer> {
  if (!isWhole(bytes, check)) throw new DamagedIndex('a chunk is damaged', [segment]);
  return bytes;
}

export function isWhole(bytes: unknown, check: number): boolean {
  return bytes instanceof Uint8Array && checksum(bytes) === check;
}
