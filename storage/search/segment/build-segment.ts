/** Packs documents into a new segment. */
import { ByteWriter } from './bytes';
import { packColumn } from './column';
import { DictionaryWriter } from './dictionary';
import { type IndexDocument, NUMBER_COLUMNS } from './document';
import { packIds } from './ids';
import { writePostings } from './postings';
import {
  type BuiltSegment,
  type Chunk,
  columnChunks,
  columnNumber,
  FIELDS,
  POSTINGS_CHUNK,
  packTexts,
} from './segment';

/** A segment of documents with different ids, in any order. */
export function buildSegment(documents: readonly IndexDocument[]): BuiltSegment {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const chunks: Chunk[] = [];
  const [sums, longest]: [number[], number[]] = [[], []];
  for (const [field] of FIELDS.entries()) {
    const lengths = sorted.map(({ terms }) => terms[field]?.size ?? 0);
    sums.push(lengths.reduce((sum, length) => sum + length, 0));
    longest.push(lengths.reduce((most, length) => Math.max(most, length), 0));
    chunks.push(...columnOf(field, lengths));
  }
  for (const name of NUMBER_COLUMNS)
    chunks.push(
      ...columnOf(
        columnNumber(name),
        sorted.map(({ columns }) => columns[name]),
      ),
    );
  for (const name of ['venue', 'place'] as const)
    chunks.push(
      ...enumerate(
        columnNumber(name),
        sorted.map((document) => document[name]),
      ),
    );
  const ids = packIds(sorted.map(({ id }) => id));
  const { terms, chunks: found } = packTerms(sorted);
  chunks.push(...ids.chunks, ...found);
  const size = chunks.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const postings = found.filter(({ part }) => part === 'p').length;
  return { header: { docs: sorted.length, sums, longest, terms, ids: ids.firsts, postings, size }, chunks };
}

export function columnOf(column: number, values: readonly number[]): Chunk[] {
  const numbers = columnChunks(column, values.length);
  return packColumn(values).map((bytes, piece) => ({ part: 'c', number: numbers[piece] ?? 0, bytes }));
}

/** A column of texts: their numbers, and the list that these point into. */
export function enumerate(number: number, texts: readonly string[]): Chunk[] {
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

function packTerms(documents: readonly IndexDocument[]): { terms: string[]; chunks: Chunk[] } {
  const inverted: Inverted = new Map();
  for (const [doc, { terms }] of documents.entries())
    for (const [field, counts] of terms.entries())
      for (const [term, count] of counts) {
        const fields = inverted.get(term) ?? [];
        if (fields.length === 0) inverted.set(term, fields);
        const list = fields[field] ?? { docs: [], counts: [] };
        fields[field] = list;
        list.docs.push(doc);
        list.counts.push(count);
      }
  const chunks: Chunk[] = [];
  const dictionary = new DictionaryWriter();
  const postings = new ByteWriter();
  const counts = new Uint32Array(FIELDS.length);
  for (const term of [...inverted.keys()].sort()) {
    const start = postings.length;
    for (let field = 0; field < FIELDS.length; field++) {
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
