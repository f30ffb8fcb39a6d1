/** Keeps the chunks that were used last. */
import { type ChunkKey, nameOf, type ReadChunks } from '../segment/chunk-key';
import type { Chunk } from '../segment/segment';

/** The chunks that a query holds, by name. They stay in memory until it is done. */
export type Held = ReadonlyMap<string, Uint8Array>;

/** Bytes kept: the index of 120,000 papers. Reading a chunk again takes longer than the rest of a query. */
export const KEPT = 32_000_000;

export class ChunkCache {
  readonly #read: ReadChunks;
  /** Least recently used first. */
  readonly #kept = new Map<string, Uint8Array>();
  readonly #pinned = new Map<string, Uint8Array>();
  /** Reads under way, by the names of the chunks they will bring. */
  readonly #coming = new Map<string, Promise<Held>>();
  #bytes = 0;
  readonly #most: number;

  constructor(read: ReadChunks, most = KEPT) {
    this.#read = read;
    this.#most = most;
  }

  /** Keeps the chunks of a segment that is only in memory, or whose chunks came with its header. */
  pin(segment: number, chunks: readonly Chunk[]): void {
    for (const { part, number, bytes } of chunks) this.#pinned.set(nameOf(segment, part, number), bytes);
  }

  /** Drops all pinned chunks except those of these segments. */
  keepPinned(segments: ReadonlySet<number>): void {
    for (const name of this.#pinned.keys())
      if (!segments.has(Number.parseInt(name, 10))) this.#pinned.delete(name);
  }

  /** These chunks. Missing ones are read at once; a chunk that is already being read is not read again. */
  async hold(keys: readonly ChunkKey[], held = new Map<string, Uint8Array>()): Promise<Held> {
    const missing = new Map<string, ChunkKey>();
    const awaited = new Map<string, Promise<Held>>();
    for (const key of keys) {
      const name = nameOf(...key);
      if (held.has(name)) continue;
      const bytes = this.#pinned.get(name) ?? this.#use(name);
      const coming = this.#coming.get(name);
      if (bytes) held.set(name, bytes);
      else if (coming) awaited.set(name, coming);
      else missing.set(name, key);
    }
    if (missing.size > 0) {
      const reading = this.#bring(missing);
      for (const name of missing.keys()) awaited.set(name, reading);
    }
    for (const read of await Promise.all(new Set(awaited.values())))
      for (const [name, bytes] of read) if (awaited.has(name)) held.set(name, bytes);
    return held;
  }

  /** Drops chunks whose content the caller keeps in another form. */
  drop(keys: readonly ChunkKey[]): void {
    for (const key of keys) {
      const name = nameOf(...key);
      this.#bytes -= this.#kept.get(name)?.length ?? 0;
      this.#kept.delete(name);
    }
  }

  #bring(missing: ReadonlyMap<string, ChunkKey>): Promise<Held> {
    const names = [...missing.keys()];
    const reading = this.#read([...missing.values()])
      .then((read): Held => {
        const found = new Map(names.map((name, index) => [name, read[index] ?? new Uint8Array(0)]));
        for (const [name, bytes] of found) this.#keep(name, bytes);
        return found;
      })
      .finally(() => {
        for (const name of names) this.#coming.delete(name);
      });
    for (const name of names) this.#coming.set(name, reading);
    return reading;
  }

  #use(name: string): Uint8Array | undefined {
    const bytes = this.#kept.get(name);
    if (!bytes) return undefined;
    this.#kept.delete(name);
    this.#kept.set(name, bytes);
    return bytes;
  }

  #keep(name: string, bytes: Uint8Array): void {
    this.#bytes += bytes.length - (this.#kept.get(name)?.length ?? 0);
    this.#kept.delete(name);
    this.#kept.set(name, bytes);
    for (const [oldest, old] of this.#kept) {
      if (this.#bytes <= this.#most) break;
      this.#kept.delete(oldest);
      this.#bytes -= old.length;
    }
  }
}
