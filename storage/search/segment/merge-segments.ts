/**
 * Merges segments by their postings, in steps. `progress` holds all that the next step needs, so the merge continues
 * after the worker was stopped. Documents that were deleted when the merge began are left out.
 */

import { ByteWriter } from './bytes';
import type { ReadChunks } from './chunk-key';
import { DictionaryWriter } from './dictionary';
import type { IndexShape } from './document';
import {
  type DocumentMap,
  LEFT_OUT,
  type MergeSource,
  mapDocuments,
  mergeDocuments,
} from './merge-documents';
import { PostingList, writePostings } from './postings';
import { type Chunk, type Header, POSTINGS_CHUNK } from './segment';
import { TermStream } from './term-stream';

/** How far a merge has come. */
export interface MergeProgress {
  header: Header;
  /** The last term written; undefined before the first. */
  last?: string;
  /** Number of bytes of postings in full chunks; the bytes that do not fill a chunk yet. */
  written: number;
  tail: Uint8Array;
}

/** Bytes of postings and terms that a step reads: about 20 ms. */
const STEP = 400_000;

export class Merger {
  progress: MergeProgress | undefined;
  readonly #shape: IndexShape;
  readonly #sources: readonly MergeSource[];
  readonly #read: ReadChunks;
  #map: DocumentMap | undefined;
  #streams: TermStream[] | undefined;
  /** How often the current term occurs in each new document. */
  #counts = new Uint16Array(0);
  readonly #list = new PostingList();

  constructor(
    shape: IndexShape,
    sources: readonly MergeSource[],
    read: ReadChunks,
    progress?: MergeProgress,
  ) {
    this.#shape = shape;
    this.#sources = sources;
    this.#read = read;
    this.progress = progress;
  }

  /** For each source, the new numbers of its documents, or `LEFT_OUT`. */
  async numbers(): Promise<Uint32Array[]> {
    this.#map ??= await mapDocuments(this.#sources, this.#read);
    return this.#map.numbers;
  }

  /** The next chunks of the merged segment. Its header is complete once `done` is true. */
  async step(): Promise<{ chunks: Chunk[]; done: boolean }> {
    this.#map ??= await mapDocuments(this.#sources, this.#read);
    if (!this.progress) return { chunks: await this.#begin(this.#map), done: false };
    const { header, last } = this.progress;
    if (!this.#streams) {
      this.#streams = this.#sources.map((source) => new TermStream(source, this.#read));
      for (const stream of this.#streams) await stream.start(last);
    }
    this.#counts = new Uint16Array(header.docs);
    const { chunks, done } = await this.#terms(this.progress, this.#map.numbers, this.#streams);
    header.size += chunks.reduce((sum, { bytes }) => sum + bytes.length, 0);
    return { chunks, done };
  }

  async #begin(map: DocumentMap): Promise<Chunk[]> {
    const { chunks, ...found } = await mergeDocuments(this.#shape, this.#sources, map, this.#read);
    const size = chunks.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const header = { docs: map.order.length, ...found, terms: [], postings: 0, size };
    this.progress = { header, written: 0, tail: new Uint8Array(0) };
    return chunks;
  }

  async #terms(
    progress: MergeProgress,
    numbers: readonly Uint32Array[],
    streams: readonly TermStream[],
  ): Promise<{ chunks: Chunk[]; done: boolean }> {
    const chunks: Chunk[] = [];
    const dictionary = new DictionaryWriter(progress.header.terms);
    const postings = new ByteWriter(progress.tail);
    let worked = 0;
    let term = least(streams);
    for (; term !== undefined && worked < STEP; term = least(streams)) {
      const start = postings.length;
      const having = streams
        .map((stream, source) => ({ stream, source }))
        .filter(({ stream }) => stream.term === term);
      const counts = await this.#postings(having, numbers, postings);
      const length = postings.length - start;
      if (length > 0) {
        const full = dictionary.add(term, progress.written + start, length, counts);
        if (full) chunks.push(full);
      }
      worked += length + 20;
      progress.last = term;
      for (const { stream } of having) if (!stream.next()) await stream.more();
    }
    const done = term === undefined;
    const rest = dictionary.finish();
    if (rest) chunks.push(rest);
    let from = 0;
    for (
      ;
      postings.length - from >= POSTINGS_CHUNK || (done && from < postings.length);
      from += POSTINGS_CHUNK
    ) {
      const bytes = postings.take(from, Math.min(from + POSTINGS_CHUNK, postings.length));
      chunks.push({ part: 'p', number: progress.header.postings++, bytes });
    }
    progress.written += Math.min(from, postings.length);
    progress.tail = postings.take(Math.min(from, postings.length));
    return { chunks, done };
  }

  /** Writes the postings of one term. Returns the number of documents for each field. */
  async #postings(
    having: readonly { stream: TermStream; source: number }[],
    numbers: readonly Uint32Array[],
    writer: ByteWriter,
  ): Promise<number[]> {
    const list = this.#list;
    const sources = await Promise.all(
      having.map(async ({ stream, source }) => ({
        bytes: await stream.postings(),
        counts: stream.counts,
        map: numbers[source] ?? new Uint32Array(0),
        at: 0,
      })),
    );
    return [...this.#shape.fields.keys()].map((field) => {
      list.length = 0;
      let size = 0;
      for (const source of sources) {
        const from = list.length;
        source.at = list.read(source.bytes, source.at, source.counts[field] ?? 0, 0, undefined);
        for (let index = from; index < list.length; index++) {
          const doc = source.map[list.docs[index] as number] as number;
          if (doc === LEFT_OUT) continue;
          this.#counts[doc] = list.counts[index] as number;
          list.docs[size++] = doc;
        }
        list.length = size;
      }
      if (sources.length > 1) list.docs.subarray(0, size).sort();
      for (let index = 0; index < size; index++)
        list.counts[index] = this.#counts[list.docs[index] as number] as number;
      writePostings(writer, list.docs, list.counts, size);
      return size;
    });
  }
}

function least(streams: readonly TermStream[]): string | undefined {
  let term: string | undefined;
  for (const stream of streams)
    if (stream.term !== undefined && (term === undefined || stream.term < term)) term = stream.term;
  return term;
}
