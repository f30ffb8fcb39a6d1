/** Chunks that were read lately. */
import { type ChunkKey, nameOf, type ReadChunks } from '../segment/chunk-key';
import type { Chunk } from '../segment/segment';

/** Chunks by key, as one query needs them: they stay until it has ended. */
export type Held = ReadonlyMap<string, Uint8Array>;

/** Bytes kept: reading a chunk again takes longer than all the rest of a query. The index of 120,000 papers. */
export const KEPT = 32_000_000;

export class ChunkCache {
  readonly #read: ReadChunks;
  /** In the order of their last use. */
  readonly #kept = new Map<string, Uint8Array>();
  readonly #pinned = new Map<string, Uint8Array>();
  /** Reads under way, by what they bring. */
  readonly #coming = new Map<string, Promise<Held>>();
  #bytes = 0;
  readonly #most: number;

  constructor(read: ReadChunks, most = KEPT) {
    this.#read = read;
    this.#most = most;
  }

  /** Keeps the chunks of a segment that lives in memory only, or came with its header. */
  pin(segment: number, chunks: readonly Chunk[]): void {
    for (const { part, number, bytes } of chunks) this.#pinned.set(nameOf(segment, part, number), bytes);
  }

  /** Keeps no pinned chunks but those of these segments. */
  keepPinned(segments: ReadonlySet<number>): void {
    for (const name of this.#pinned.keys())
      if (!segments.has(Number.parseInt(name, 10))) this.#pinned.delete(name);
  }

  /** Reads what is missing, all at once, and answers with all of it; what is being read already is waited for. */
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

  /** Lets go of chunks whose reader keeps what stands in them in its own way. */
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
