/** Finds phrases in the text of papers. The index stores no positions, so the papers that have the words are read. */
import type { Paper } from '@/utils/paper/schema';
import { queryTerms } from '@/utils/text/tokens';
import { fieldTexts, PAPER_FIELDS } from '../families/papers-index';
import type { Snapshot } from '../snapshot/snapshot';
import type { Phrase } from './plan';

/** Reads papers in the order of their ids; undefined for those that are gone. */
export type ReadPapers = (ids: readonly string[]) => Promise<(Paper | undefined)[]>;

/** Papers read at once. */
const BATCH = 200;

/** Marks those of the documents whose papers have the phrase. Throws the signal's reason once it is aborted. */
export async function phraseDocuments(
  snapshot: Snapshot,
  docs: Uint32Array,
  phrase: Phrase,
  read: ReadPapers,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const hits = new Uint8Array(snapshot.size);
  for (let from = 0; from < docs.length; from += BATCH) {
    signal?.throwIfAborted();
    const batch = [...docs.subarray(from, from + BATCH)];
    const papers = await read(await snapshot.ids(batch));
    for (const [index, doc] of batch.entries()) {
      const paper = papers[index];
      if (paper && hasPhrase(paper, phrase)) hits[doc] = 1;
    }
  }
  return hits;
}

/** Whether the terms follow one another in one text of one of the phrase's fields. */
function hasPhrase(paper: Paper, { terms, mask }: Phrase): boolean {
  return PAPER_FIELDS.some(
    (field, number) =>
      (mask & (1 << number)) !== 0 &&
      fieldTexts(paper, field).some((text) => contains(queryTerms(text), terms)),
  );
}

function contains(terms: readonly string[], wanted: readonly string[]): boolean {
  for (let from = 0; from + wanted.length <= terms.length; from++)
    if (wanted.every((term, index) => terms[from + index] === term)) return true;
  return false;
}
