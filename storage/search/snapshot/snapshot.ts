/** Several segments as one index. Columns are typed arrays over the documents of all segments. */
import { type ChunkKey, nameOf } from '../segment/chunk-key';
import { columnAt, unpackColumn } from '../segment/column';
import type { IndexShape } from '../segment/document';
import { idsAt, unpackIds } from '../segment/ids';
import {
  type ChunkPart,
  COLUMN_CHUNK,
  chunkOf,
  columnChunks,
  type Header,
  IDS_CHUNK,
  POSTINGS_CHUNK,
  unpackTexts,
} from '../segment/segment';
import { Tables } from './among';
import type { ChunkCache, Held } from './chunk-cache';

/** A segment of a snapshot. Its document `n` is document `base + n` of the snapshot. */
export interface LiveSegment {
  id: number;
  base: number;
  header: Header;
  /** One byte per document, 1 if it was deleted or replaced; undefined if none was. */
  gone: Uint8Array | undefined;
}

/** Chunks read ahead at once: about 2 ms. */
const AHEAD = 16;

export class Snapshot {
  readonly shape: IndexShape;
  readonly segments: readonly LiveSegment[];
  readonly chunks: ChunkCache;
  /** Number of documents, including deleted ones. */
  readonly size: number;
  /** Number of documents that are not deleted. */
  live = 0;
  /** For each field, the sum of its lengths over the live documents. */
  readonly sums: number[];
  readonly tables: Tables;
  readonly #columns = new Map<number, Promise<Float64Array | Uint16Array>>();
  #prepared: Promise<void> | undefined;

  constructor(shape: IndexShape, segments: readonly Omit<LiveSegment, 'base'>[], chunks: ChunkCache) {
    this.shape = shape;
    this.sums = shape.fields.map(() => 0);
    let base = 0;
    this.segments = segments.map((segment) => {
      base += segment.header.docs;
      return { ...segment, base: base - segment.header.docs };
    });
    this.size = base;
    this.tables = new Tables(base);
    this.chunks = chunks;
  }

  /** Counts the live documents. Await it before anything else. */
  prepare(): Promise<void> {
    this.#prepared ??= this.#count();
    return this.#prepared;
  }

  async #count(): Promise<void> {
    const touched = this.segments.filter(({ gone }) => gone !== undefined);
    const fields = [...this.shape.fields.keys()];
    const held = await this.chunks.hold(lengthKeys(touched, fields));
    for (const { id, header, gone } of this.segments) {
      this.live += header.docs;
      for (const field of fields) this.sums[field] = (this.sums[field] ?? 0) + (header.sums[field] ?? 0);
      for (let doc = gone?.indexOf(1) ?? -1; doc >= 0; doc = gone?.indexOf(1, doc + 1) ?? -1) {
        this.live--;
        for (const field of fields) {
          const number = columnChunks(field, header.docs)[Math.floor(doc / COLUMN_CHUNK)] ?? 0;
          const lengths = held.get(nameOf(id, 'c', number));
          if (lengths) this.sums[field] = (this.sums[field] ?? 0) - columnAt(lengths, doc % COLUMN_CHUNK);
        }
      }
    }
  }

  /**
   * Reads up to `most` bytes of what queries will need: the dictionaries and ids, which every query reads, then the
   * postings of one segment after the other. Small segments come first, because a word costs one read in each segment.
   */
  async readAhead(most: number): Promise<void> {
    const bySize = [...this.segments].sort((a, b) => a.header.size - b.header.size);
    const keys = [
      ...bySize.flatMap(({ id, header }) => keysOf(id, 'd', header.terms.length)),
      ...bySize.flatMap(({ id, header }) => keysOf(id, 'i', header.ids.length)),
      ...bySize.flatMap(({ id, header }) => keysOf(id, 'p', header.postings)),
    ];
    let room = most;
    // In batches, so that a query in between does not wait long.
    for (let from = 0; from < keys.length && room >= AHEAD * POSTINGS_CHUNK; from += AHEAD) {
      const held = await this.chunks.hold(keys.slice(from, from + AHEAD));
      for (const bytes of held.values()) room -= bytes.length;
    }
  }

  /** For each of these fields, its length in each document. */
  async lengths(fields: readonly number[]): Promise<Uint16Array[]> {
    await this.chunks.hold(lengthKeys(this.segments, fields)); // all at once
    return Promise.all(fields.map((field) => this.#column(field, Uint16Array) as Promise<Uint16Array>));
  }

  /** The values of a column, by document. */
  column(number: number): Promise<Float64Array> {
    return this.#column(number, Float64Array) as Promise<Float64Array>;
  }

  /** For each segment, the texts that the values of a text column point to. */
  async texts(number: number): Promise<string[][]> {
    const held = await this.chunks.hold(this.segments.map(({ id }) => [id, 'e', number]));
    return this.segments.map(({ id }) => unpackTexts(held.get(nameOf(id, 'e', number)) ?? new Uint8Array(0)));
  }

  #column(
    number: number,
    Kind: typeof Uint16Array | typeof Float64Array,
  ): Promise<Float64Array | Uint16Array> {
    let column = this.#columns.get(number);
    if (!column) {
      const keys = this.segments.map((segment) => columnKeys(segment, number));
      column = this.chunks.hold(keys.flat()).then((held) => {
        const values = new Kind(this.size);
        for (const [index, { base, header }] of this.segments.entries()) {
          const pieces = keys[index]?.map((key) => held.get(nameOf(...key)) ?? new Uint8Array(7)) ?? [];
          unpackColumn(pieces, header.docs, values, base);
        }
        this.chunks.drop(keys.flat());
        return values;
      });
      column.catch(() => this.#columns.delete(number));
      this.#columns.set(number, column);
    }
    return column;
  }

  /** The ids of documents. */
  async ids(docs: readonly number[]): Promise<string[]> {
    const places = docs.map((doc) => {
      const segment = this.segments.findLast(({ base }) => base <= doc);
      const local = doc - (segment?.base ?? 0);
      return { id: segment?.id ?? 0, chunk: Math.floor(local / IDS_CHUNK), at: local % IDS_CHUNK };
    });
    const held = await this.chunks.hold(places.map(({ id, chunk }) => [id, 'i', chunk]));
    const wanted = new Map<string, number[]>();
    for (const { id, chunk, at } of places) {
      const name = nameOf(id, 'i', chunk);
      wanted.set(name, [...(wanted.get(name) ?? []), at]);
    }
    const read = new Map<string, ReadonlyMap<number, string>>();
    for (const [name, at] of wanted) read.set(name, idsAt(held.get(name) ?? new Uint8Array(0), at));
    return places.map(({ id, chunk, at }) => read.get(nameOf(id, 'i', chunk))?.get(at) ?? '');
  }

  /** The live document of each of these ids, in the newest segment that has one. */
  async find(ids: readonly string[]): Promise<Map<string, number>> {
    const wanted = this.segments.flatMap((segment) =>
      ids.flatMap((id) => {
        const chunk = chunkOf(segment.header.ids, id);
        return chunk < 0 ? [] : [{ segment, id, chunk }];
      }),
    );
    const held = await this.chunks.hold(wanted.map(({ segment, chunk }) => [segment.id, 'i', chunk]));
    const read = new Map<string, Map<string, number>>();
    const found = new Map<string, number>();
    for (const { segment, id, chunk } of wanted) {
      const name = nameOf(segment.id, 'i', chunk);
      let places = read.get(name);
      if (!places) {
        places = new Map(readIds(held, name).map((other, index) => [other, index]));
        read.set(name, places);
      }
      const at = places.get(id);
      if (at === undefined) continue;
      const local = chunk * IDS_CHUNK + at;
      if (segment.gone?.[local] !== 1) found.set(id, segment.base + local);
    }
    return found;
  }

  /** For each segment that has one of these ids, its `gone` with these documents marked, too. */
  async goneWith(ids: readonly string[]): Promise<Map<number, Uint8Array>> {
    const docs = [...(await this.find(ids)).values()];
    const marked = new Map<number, Uint8Array>();
    for (const { id, base, header, gone } of this.segments) {
      const mine = docs.filter((doc) => doc >= base && doc < base + header.docs);
      if (mine.length === 0) continue;
      const marks = gone?.slice() ?? new Uint8Array(header.docs);
      for (const doc of mine) marks[doc - base] = 1;
      marked.set(id, marks);
    }
    return marked;
  }
}

function lengthKeys(
  segments: readonly Pick<LiveSegment, 'id' | 'header'>[],
  fields: readonly number[],
): ChunkKey[] {
  return segments.flatMap((segment) => fields.flatMap((field) => columnKeys(segment, field)));
}

function columnKeys({ id, header }: Pick<LiveSegment, 'id' | 'header'>, column: number): ChunkKey[] {
  return columnChunks(column, header.docs).map((number) => [id, 'c', number]);
}

function keysOf(id: number, part: ChunkPart, count: number): ChunkKey[] {
  return Array.from({ length: count }, (_, number) => [id, part, number]);
}

function readIds(held: Held, name: string): string[] {
  return unpackIds(held.get(name) ?? new Uint8Array(0));
}
