/** What papers have of words, read from their texts: knows nothing of segments, and is slow. */
import { PAPER_FIELDS, type PaperField } from '@/storage/search/families/papers-index';
import type { Snapshot } from '@/storage/search/snapshot/snapshot';
import type { Paper } from '@/utils/paper/schema';
import { fieldText } from '@/utils/paper/searched-texts';
import { rootOf, stemOf } from '@/utils/text/stem';
import { tokenise } from '@/utils/text/tokens';

/** All terms of a field, as often as it has them. */
export function termsIn(paper: Paper, field: PaperField): string[] {
  return tokenise(fieldText(paper, field)).map(({ term }) => term);
}

/** The different terms of all fields. */
export function allTerms(paper: Paper): Set<string> {
  return new Set(PAPER_FIELDS.flatMap((field) => termsIn(paper, field)));
}

/** Whether `other` is the term or another form of it. */
export function isFormOf(term: string, other: string): boolean {
  const further = other.length - term.length;
  return term === other || (rootOf(term) !== undefined && stemOf(term) === stemOf(other) && further < 7);
}

/** How rare something is that `count` of `live` papers have. */
export function idf(live: number, count: number): number {
  return Math.log(1 + (live - count + 0.5) / (count + 0.5));
}

/** The live documents of a snapshot, by the ids of their papers. */
export async function liveDocuments(snapshot: Snapshot): Promise<Map<string, number>> {
  const docs = Array.from({ length: snapshot.size }, (_, doc) => doc);
  const ids = await snapshot.ids(docs);
  const gone = snapshot.segments.flatMap((segment) =>
    Array.from({ length: segment.header.docs }, (_, doc) => segment.gone?.[doc] === 1),
  );
  return new Map(docs.filter((doc) => !gone[doc]).map((doc) => [ids[doc] ?? '', doc]));
}
