/** Packs documents into a new segment. */
import { ByteWriter } from './bytes';
import { packColumn } from './column';
import { DictionaryWriter } from './dictionary';
import type { IndexDocument, IndexShape } from './document';
import { packIds } from './ids';
import { writePostings } from './postings';
import { type BuiltSegment, type Chunk, columnChunks, POSTINGS_CHUNK, packTexts } from './segment';

/** A segment of documents in any order. No two may have the same id. */
export function buildSegment(shape: IndexShape, documents: readonly IndexDocument[]): BuiltSegment {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const chunks: Chunk[] = [];
  const [sums, longest]: [number[], number[]] = [[], []];
  for (const field of shape.fields.keys()) {
    const lengths = sorted.map(({ terms }) => terms[field]?.size ?? 0);
    sums.push(lengths.reduce((sum, length) => sum + length, 0));
    longest.push(lengths.reduce((most, length) => Math.max(most, length), 0));
    chunks.push(...columnOf(field, lengths));
  }
  let column = shape.fields.length;
  for (const place of shape.numberColumns.keys())
    chunks.push(
      ...columnOf(
        column++,
        sorted.map(({ numbers }) => numbers[place] ?? 0),
      ),
    );
  for (const place of shape.textColumns.keys())
    chunks.push(
      ...textColumnOf(
        column++,
        sorted.map(({ texts }) => texts[place] ?? ''),
      ),
    );
  const ids = packIds(sorted.map(({ id }) => id));
  const { terms, chunks: found } = packTerms(shape.fields.length, sorted);
  chunks.push(...ids.chunks, ...found);
  const size = chunks.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const postings = found.filter(({ part }) => part === 'p').length;
  return { header: { docs: sorted.length, sums, longest, terms, ids: ids.firsts, postings, size }, chunks };
}

export function columnOf(column: number, values: readonly number[]): Chunk[] {
  const numbers = columnChunks(column, values.length);
  return packColumn(values).map((bytes, piece) => ({ part: 'c', number: numbers[piece] ?? 0, bytes }));
}

/** A text column: a list of the different texts, and for each document its place in the list. */
export function textColumnOf(number: number, texts: readonly string[]): Chunk[] {
  const numbers = new Map<string, number>();
  for (const text of texts) if (!numbers.has(text)) numbers.set(text, numbers.size);
  return [
    ...columnOf(
      number,
      texts.map((text) => numbers.get(text) ?? 0),
    ),
    { part: 'e', number, bytes: packTexts([...numbers.keys()]) },
  ];
}

/** Postings by term and field. */
type Inverted = Map<string, ({ docs: number[]; counts: number[] } | undefined)[]>;

function packTerms(
  fields: number,
  documents: readonly IndexDocument[],
): { terms: string[]; chunks: Chunk[] } {
  const inverted: Inverted = new Map();
  for (const [doc, { terms }] of documents.entries())
    for (const [field, counts] of terms.entries())
      for (const [term, count] of counts) {
        const lists = inverted.get(term) ?? [];
        if (lists.length === 0) inverted.set(term, lists);
        const list = lists[field] ?? { docs: [], counts: [] };
        lists[field] = list;
        list.docs.push(doc);
        list.counts.push(count);
      }
  const chunks: Chunk[] = [];
  const dictionary = new DictionaryWriter();
  const postings = new ByteWriter();
  const counts = new Uint32Array(fields);
  for (const term of [...inverted.keys()].sort()) {
    const start = postings.length;
    for (let field = 0; field < fields; field++) {
      const list = inverted.get(term)?.[field];
      counts[field] = list?.docs.length ?? 0;
      if (list) writePostings(postings, list.docs, list.counts, list.docs.length);
    }
    const full = dictionary.add(term, start, postings.length - start, counts);
    if (full) chunks.push(full);
  }
  const rest = dictionary.finish();
  if (rest) chunks.push(rest);
  for (let from = 0; from < postings.length; from += POSTINGS_CHUNK)
    chunks.push({
      part: 'p',
      number: from / POSTINGS_CHUNK,
      bytes: postings.take(from, Math.min(from + POSTINGS_CHUNK, postings.length)),
    });
  return { terms: dictionary.terms, chunks };
}
