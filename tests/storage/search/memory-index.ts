/** Segments in memory, and the MiniSearch that they must agree with. */
import { PAPER_FIELDS, PAPERS_INDEX } from '@/storage/search/families/papers-index';
import { type DocumentOptions, findDocuments } from '@/storage/search/query/find';
import { planQuery } from '@/storage/search/query/plan';
import { Scorer } from '@/storage/search/query/score';
import { buildSegment } from '@/storage/search/segment/build-segment';
import type { ReadChunks } from '@/storage/search/segment/chunk-key';
import type { MergeSource } from '@/storage/search/segment/merge-documents';
import { Merger } from '@/storage/search/segment/merge-segments';
import type { BuiltSegment } from '@/storage/search/segment/segment';
import { ChunkCache } from '@/storage/search/snapshot/chunk-cache';
import { Snapshot } from '@/storage/search/snapshot/snapshot';
import type { Paper, Sighting } from '@/utils/paper/schema';
import { fieldText, seenIn } from '@/utils/paper/searched-texts';
import type { Query } from '@/utils/query/query-tree';
import { createSmallSearch } from '@/utils/query/small-search';

export interface MemorySegment extends MergeSource {
  built: BuiltSegment;
}

let next = 1;

export function segmentOf(papers: readonly Paper[], sightings: readonly Sighting[] = []): MemorySegment {
  const built = buildSegment(
    PAPERS_INDEX,
    papers.map((paper) =>
      PAPERS_INDEX.document(
        paper,
        sightings.filter((sighting) => sighting.paper === paper.id),
      ),
    ),
  );
  return { id: next++, header: built.header, gone: undefined, built };
}

/** The same segment without the papers with these ids. */
export function without(
  segment: MemorySegment,
  papers: readonly Paper[],
  ids: ReadonlySet<string>,
): MemorySegment {
  const sorted = papers.map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1));
  return { ...segment, gone: Uint8Array.from(sorted, (id) => (ids.has(id) ? 1 : 0)) };
}

/** Segments in which a later paper replaces an earlier one of the same id, and those in `removed` are deleted. */
export function grow(
  parts: Paper[][],
  removed: ReadonlySet<string>,
  sightingsOf: (papers: readonly Paper[]) => readonly Sighting[] = () => [],
): { segments: MemorySegment[]; live: Paper[] } {
  const live = new Map<string, Paper>();
  const segments = parts.map((papers, index) => {
    const later = new Set(
      parts
        .slice(index + 1)
        .flat()
        .map(({ id }) => id),
    );
    for (const one of papers) if (!later.has(one.id) && !removed.has(one.id)) live.set(one.id, one);
    return without(segmentOf(papers, sightingsOf(papers)), papers, new Set([...later, ...removed]));
  });
  return { segments, live: [...live.values()] };
}

export function readerOf(segments: readonly MemorySegment[]): ReadChunks {
  return async (keys) =>
    keys.map(([id, part, number]) => {
      const chunks = segments.find((segment) => segment.id === id)?.built.chunks;
      const bytes = chunks?.find((chunk) => chunk.part === part && chunk.number === number)?.bytes;
      if (!bytes) throw new Error(`no chunk ${part}${number} in segment ${id}`);
      return bytes;
    });
}

/** Merges; `interrupt` makes each step begin with what the one before had stored. */
export async function merged(segments: readonly MemorySegment[], interrupt = false): Promise<MemorySegment> {
  let merger = new Merger(PAPERS_INDEX, segments, readerOf(segments));
  const chunks: BuiltSegment['chunks'] = [];
  for (let done = false; !done; ) {
    const step = await merger.step();
    chunks.push(...step.chunks);
    done = step.done;
    if (interrupt)
      merger = new Merger(PAPERS_INDEX, segments, readerOf(segments), structuredClone(merger.progress));
  }
  const header = merger.progress?.header;
  if (!header) throw new Error('a merge without a header');
  return { id: next++, header, gone: undefined, built: { header, chunks } };
}

export function snapshotOf(segments: readonly MemorySegment[]): Snapshot {
  return new Snapshot(PAPERS_INDEX, segments, new ChunkCache(readerOf(segments)));
}

export async function search(
  segments: readonly MemorySegment[],
  query: Query,
  {
    fuzzy = false,
    papers = [],
    ...options
  }: Partial<DocumentOptions> & { fuzzy?: boolean; papers?: readonly Paper[] } = {},
) {
  const snapshot = snapshotOf(segments);
  return findDocuments(
    snapshot,
    new Scorer(snapshot),
    planQuery(query, fuzzy),
    { limit: 1000, sort: 'relevance', ...options },
    async (ids) => ids.map((id) => papers.find((paper) => paper.id === id)),
  );
}

/** A new MiniSearch over these papers, as it serves small collections. */
export function oracle(papers: readonly Paper[], sightings: readonly Sighting[] = []) {
  const search = createSmallSearch(papers, (paper) => {
    const seen = seenIn(sightings.filter((sighting) => sighting.paper === paper.id));
    return Object.fromEntries(PAPER_FIELDS.map((field) => [field, fieldText(paper, field, seen)]));
  });
  return (text: string, fuzzy: boolean): Map<string, number> =>
    new Map([...search(text, fuzzy)].map(([{ id }, score]) => [id, score]));
}

/** A query of words that are all required. */
export function words(text: string): Query {
  return { kind: 'and', queries: text.split(' ').map((word) => ({ kind: 'word', text: word })) };
}
