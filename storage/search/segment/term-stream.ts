/** Walks through the terms of a segment and their postings. Reads a few chunks ahead. */
import type { ReadChunks } from './chunk-key';
import { DictionaryCursor } from './dictionary';
import type { MergeSource } from './merge-documents';
import { chunkOf, POSTINGS_CHUNK } from './segment';

/** Chunks read at once. */
const AHEAD = 16;

export class TermStream {
  /** The current term; undefined at the end. */
  term: string | undefined;
  readonly #source: MergeSource;
  readonly #read: ReadChunks;
  readonly #windows: Record<'d' | 'p', { from: number; chunks: Uint8Array[] }> = {
    d: { from: 0, chunks: [] },
    p: { from: 0, chunks: [] },
  };
  #number = -1;
  #cursor: DictionaryCursor | undefined;

  constructor(source: MergeSource, read: ReadChunks) {
    this.#source = source;
    this.#read = read;
  }

  /** Goes to the first term after `last`, or to the first of all. */
  async start(last: string | undefined): Promise<void> {
    if (last !== undefined) this.#number = Math.max(0, chunkOf(this.#source.header.terms, last)) - 1;
    do {
      if (!this.next()) await this.more();
    } while (last !== undefined && this.term !== undefined && this.term <= last);
  }

  /** Goes to the next term of the same chunk. False if there is none: call `more` then. */
  next(): boolean {
    if (!this.#cursor?.next()) return false;
    this.term = this.#cursor.term;
    return true;
  }

  /** Goes to the first term of the next chunk. */
  async more(): Promise<void> {
    this.#number++;
    this.term = undefined;
    if (this.#number >= this.#source.header.terms.length) return;
    this.#cursor = new DictionaryCursor(await this.#chunk('d', this.#number));
    this.next();
  }

  /** For each field, how many documents have the current term. */
  get counts(): Uint32Array {
    return this.#cursor?.counts ?? new Uint32Array(0);
  }

  /** The postings of the current term. */
  async postings(): Promise<Uint8Array> {
    const { offset = 0, bytes = 0 } = this.#cursor ?? {};
    const whole = new Uint8Array(bytes);
    for (let done = 0; done < bytes; ) {
      const number = Math.floor((offset + done) / POSTINGS_CHUNK);
      const from = offset + done - number * POSTINGS_CHUNK;
      const chunk = this.#held('p', number) ?? (await this.#chunk('p', number));
      const piece = chunk.subarray(from, from + bytes - done);
      if (piece.length === 0) return whole;
      whole.set(piece, done);
      done += piece.length;
    }
    return whole;
  }

  #held(part: 'd' | 'p', number: number): Uint8Array | undefined {
    const { from, chunks } = this.#windows[part];
    return chunks[number - from];
  }

  async #chunk(part: 'd' | 'p', number: number): Promise<Uint8Array> {
    const held = this.#held(part, number);
    if (held) return held;
    const last = part === 'd' ? this.#source.header.terms.length : this.#source.header.postings;
    const keys = [];
    for (let next = number; next < Math.min(last, number + AHEAD); next++)
      keys.push([this.#source.id, part, next] as const);
    this.#windows[part] = { from: number, chunks: await this.#read(keys) };
    return this.#held(part, number) ?? new Uint8Array(0);
  }
}
