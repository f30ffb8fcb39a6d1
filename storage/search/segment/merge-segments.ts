/**
 * Merges segments by their postings, in steps. What a step needs of the ones before is in `progress`, so that the work
 * goes on after the worker was stopped; what was deleted when it began is left out.
 */

import { ByteWriter } from './bytes';
import type { ReadChunks } from './chunk-key';
import { DictionaryWriter } from './dictionary';
import {
  type DocumentMap,
  LEFT_OUT,
  type MergeSource,
  mapDocuments,
  mergeDocuments,
} from './merge-documents';
import { PostingList, writePostings } from './postings';
import { type Chunk, FIELDS, type Header, POSTINGS_CHUNK } from './segment';
import { TermStream } from './term-stream';

/** How far a merge is. */
export interface MergeProgress {
  header: Header;
  /** The last term that was written; undefined before the first. */
  last?: string;
  /** Bytes of postings in full chunks, and those that fill none yet. */
  written: number;
  tail: Uint8Array;
}

/** Bytes of postings and terms that a step reads: some 20 ms. */
const STEP = 400_000;

export class Merger {
  progress: MergeProgress | undefined;
  readonly #sources: readonly MergeSource[];
  readonly #read: ReadChunks;
  #map: DocumentMap | undefined;
  #streams: TermStream[] | undefined;
  /** How often the term at hand stands in each new document. */
  #counts = new Uint16Array(0);
  readonly #list = new PostingList();

  constructor(sources: readonly MergeSource[], read: ReadChunks, progress?: MergeProgress) {
    this.#sources = sources;
    this.#read = read;
    this.progress = progress;
  }

  /** For each source the new number of each document, `LEFT_OUT` for those left out. */
  async numbers(): Promise<Uint32Array[]> {
    this.#map ??= await mapDocuments(this.#sources, this.#read);
    return this.#map.numbers;
  }

  /** The next chunks of the merged segment; `done` tells that its header is whole. */
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
    const { chunks, ...found } = await mergeDocuments(this.#sources, map, this.#read);
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

  /** Writes the postings of one term; answers with the number of documents by field. */
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
    return [...FIELDS.keys()].map((field) => {
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
