/** Chunks that were read lately. */
import type { Chunk, Part } from '../segment/segment';

export type ChunkKey = readonly [segment: number, part: Part, number: number];

/** Reads chunks, in the order asked for; throws `DamagedIndex` if one is missing or damaged. */
export type ReadChunks = (keys: readonly ChunkKey[]) => Promise<Uint8Array[]>;

/** What the index says cannot be: a chunk is missing, or is not what was written. */
export class DamagedIndex extends Error {
  override readonly name = 'DamagedIndex';
}

/** Chunks by key, as one query needs them: they stay until it has ended. */
export type Held = ReadonlyMap<string, Uint8Array>;

export function nameOf(segment: number, part: Part, number: number): string {
  return `${segment}${part}${number}`;
}

/** Bytes kept: reading a chunk again takes longer than all the rest of a query. The index of 60,000 papers. */
const KEPT = 16_000_000;

export class ChunkCache {
  readonly #read: ReadChunks;
  /** In the order of their last use. */
  readonly #kept = new Map<string, Uint8Array>();
  readonly #pinned = new Map<string, Uint8Array>();
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

  unpin(segment: number): void {
    for (const name of this.#pinned.keys())
      if (Number.parseInt(name, 10) === segment) this.#pinned.delete(name);
  }

  /** Reads what is missing, all at once, and answers with all of it. */
  async hold(keys: readonly ChunkKey[], held = new Map<string, Uint8Array>()): Promise<Held> {
    const missing = new Map<string, ChunkKey>();
    for (const key of keys) {
      const name = nameOf(...key);
      if (held.has(name)) continue;
      const bytes = this.#pinned.get(name) ?? this.#use(name);
      if (bytes) held.set(name, bytes);
      else missing.set(name, key);
    }
    if (missing.size === 0) return held;
    const read = await this.#read([...missing.values()]);
    for (const [index, name] of [...missing.keys()].entries()) {
      const bytes = read[index] ?? new Uint8Array(0);
      held.set(name, bytes);
      this.#keep(name, bytes);
    }
    return held;
  }

  #use(name: string): Uint8Array | undefined {
    const bytes = this.#kept.get(name);
    if (!bytes) return undefined;
    this.#kept.delete(name);
    this.#kept.set(name, bytes);
    return bytes;
  }

  #keep(name: string, bytes: Uint8Array): void {
    this.#kept.set(name, bytes);
    this.#bytes += bytes.length;
    for (const [oldest, old] of this.#kept) {
      if (this.#bytes <= this.#most) break;
      this.#kept.delete(oldest);
      this.#bytes -= old.length;
    }
  }
}
