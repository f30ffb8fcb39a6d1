/** Finds phrases in the text of papers. The index stores no positions, so the papers that have the words are read. */
import type { Paper } from '@/utils/paper/schema';
import { fieldTexts, type Seen } from '@/utils/paper/searched-texts';
import { hasInRow } from '@/utils/text/phrase';
import { fieldMask, PAPER_FIELDS } from '../families/papers-index';
import type { Snapshot } from '../snapshot/snapshot';
import type { Phrase } from './plan';
import { seenByDocument } from './seen';

/** Reads papers in the order of their ids; undefined for those that are gone. */
export type ReadPapers = (ids: readonly string[]) => Promise<(Paper | undefined)[]>;

/** The fields that sightings add to. */
const SEEN_IN = fieldMask(['places', 'people']);
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
  const seen = docs.length > 0 && phrase.mask & SEEN_IN ? await seenByDocument(snapshot) : undefined;
  for (let from = 0; from < docs.length; from += BATCH) {
    signal?.throwIfAborted();
    const batch = [...docs.subarray(from, from + BATCH)];
    const papers = await read(await snapshot.ids(batch));
    for (const [index, doc] of batch.entries()) {
      const paper = papers[index];
      if (paper && hasPhrase(paper, phrase, seen?.(doc))) hits[doc] = 1;
    }
  }
  return hits;
}

/** Whether the words follow one another in one text of one of the phrase's fields. */
function hasPhrase(paper: Paper, { row, mask }: Phrase, seen: Seen | undefined): boolean {
  return PAPER_FIELDS.some(
    (field, number) =>
      (mask & (1 << number)) !== 0 && fieldTexts(paper, field, seen).some((text) => hasInRow(text, row)),
  );
}
