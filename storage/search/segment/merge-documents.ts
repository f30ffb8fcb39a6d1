/** Merges the documents of several segments, without the deleted ones: their order, ids and columns. */
import { columnOf, textColumnOf } from './build-segment';
import type { ReadChunks } from './chunk-key';
import { unpackColumn } from './column';
import type { IndexShape } from './document';
import { packIds, unpackIds } from './ids';
import { type Chunk, columnChunks, type Header, unpackTexts } from './segment';

/** A segment to be merged. `gone` marks the documents to leave out. */
export interface MergeSource {
  id: number;
  header: Header;
  gone: Uint8Array | undefined;
}

/** Marks a document that is left out. */
export const LEFT_OUT = 0xffffffff;

/** For each source, the new numbers of its documents; and all documents in their new order. */
export interface DocumentMap {
  numbers: Uint32Array[];
  order: { source: number; doc: number; id: string }[];
}

export async function mapDocuments(sources: readonly MergeSource[], read: ReadChunks): Promise<DocumentMap> {
  const order: DocumentMap['order'] = [];
  for (const [source, { id, header, gone }] of sources.entries()) {
    const chunks = await read(header.ids.map((_, number) => [id, 'i', number]));
    for (const [doc, name] of chunks.flatMap(unpackIds).entries())
      if (gone?.[doc] !== 1) order.push({ source, doc, id: name });
  }
  order.sort((a, b) => (a.id < b.id ? -1 : 1));
  const numbers = sources.map(({ header }) => new Uint32Array(header.docs).fill(LEFT_OUT));
  for (const [number, { source, doc }] of order.entries()) (numbers[source] as Uint32Array)[doc] = number;
  return { numbers, order };
}

/** The merged segment's columns and ids, and the part of its header that describes them. */
export async function mergeDocuments(
  shape: IndexShape,
  sources: readonly MergeSource[],
  { order }: DocumentMap,
  read: ReadChunks,
): Promise<{ chunks: Chunk[] } & Pick<Header, 'sums' | 'longest' | 'ids'>> {
  const chunks: Chunk[] = [];
  const [sums, longest]: [number[], number[]] = [[], []];
  for (const field of shape.fields.keys()) {
    const lengths = await mergedNumbers(sources, order, field, read);
    sums.push(lengths.reduce((sum, length) => sum + length, 0));
    longest.push(lengths.reduce((most, length) => Math.max(most, length), 0));
    chunks.push(...columnOf(field, lengths));
  }
  let column = shape.fields.length;
  for (const _ of shape.numberColumns) {
    const number = column++;
    chunks.push(...columnOf(number, await mergedNumbers(sources, order, number, read)));
  }
  for (const _ of shape.textColumns) {
    const number = column++;
    const texts = (await read(sources.map(({ id }) => [id, 'e', number]))).map(unpackTexts);
    const numbers = await mergedNumbers(sources, order, number, read);
    chunks.push(
      ...textColumnOf(
        number,
        order.map(({ source }, index) => texts[source]?.[numbers[index] ?? 0] ?? ''),
      ),
    );
  }
  const ids = packIds(order.map(({ id }) => id));
  chunks.push(...ids.chunks);
  return { chunks, sums, longest, ids: ids.firsts };
}

async function mergedNumbers(
  sources: readonly MergeSource[],
  order: DocumentMap['order'],
  number: number,
  read: ReadChunks,
): Promise<number[]> {
  const columns = await Promise.all(
    sources.map(async ({ id, header }) => {
      const values = new Float64Array(header.docs);
      const pieces = await read(columnChunks(number, header.docs).map((piece) => [id, 'c', piece]));
      unpackColumn(pieces, header.docs, values, 0);
      return values;
    }),
  );
  return order.map(({ source, doc }) => columns[source]?.[doc] ?? 0);
}
