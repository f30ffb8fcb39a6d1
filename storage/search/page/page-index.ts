/** The index as a page sees it: the stored segments, and in memory the papers that these do not cover yet. */
import { countPapers } from '@/storage/library';
import { rowsAt } from '@/storage/read-directly';
import type { Paper } from '@/utils/paper/schema';
import type { ReadPapers } from '../query/phrases';
import { Scorer } from '../query/score';
import { chunkReader } from '../rows/chunk-rows';
import { type IndexState, readState, soundState } from '../rows/index-state';
import { allTables, type IndexFamily, type IndexStore } from '../rows/index-store';
import { readSegments, type StoredSegment } from '../rows/segment-rows';
import { sightingsOf, unindexed } from '../rows/unindexed';
import { ChunkCache, KEPT } from '../snapshot/chunk-cache';
import { Memory } from '../snapshot/memory';
import { Snapshot } from '../snapshot/snapshot';
import { PAPERS_KEPT, PaperCache } from './paper-cache';

/** Papers that a page indexes itself at most: 2 MB. More are left to the worker. */
const MOST_IN_MEMORY = 1000;

/** What a query needs. */
export interface Searched {
  snapshot: Snapshot;
  scorer: Scorer;
  /** Begins to read the papers of an answer. Call it before the query, so that both run at the same time. */
  papers: () => ReadPapers;
  /** Reads papers to look for phrases in their text. There may be thousands. */
  texts: ReadPapers;
}

export interface PageIndex extends Searched {
  /** Which share of the library it covers, 0 to 1. */
  share: number;
  /** How many papers and removals the stored segments do not cover. */
  behind: number;
  /** Whether it was found damaged and no page was told yet. */
  damaged: boolean;
  /** Identifies this state of library and index. */
  stamp: string;
}

/** Reads the index after each change, and keeps what did not change. */
export class PageReader {
  readonly #store: IndexStore;
  #chunks: ChunkCache;
  #memory: Memory;
  readonly #papers: PaperCache;
  #known = new Map<number, StoredSegment>();

  constructor(store: IndexStore) {
    this.#store = store;
    this.#chunks = new ChunkCache(chunkReader(store));
    this.#memory = new Memory(store.family, this.#chunks);
    this.#papers = new PaperCache(store.db);
  }

  /** Reads what queries will need: the index's chunks, and the papers of a small library. */
  async readAhead({ snapshot }: PageIndex): Promise<void> {
    await snapshot.readAhead(KEPT);
    if (snapshot.size > PAPERS_KEPT) return;
    const docs = Array.from({ length: snapshot.size }, (_, doc) => doc);
    await this.#papers.readAhead(await snapshot.ids(docs));
  }

  /** Forgets all that was read, because some of it is damaged. */
  forget(): void {
    this.#chunks = new ChunkCache(chunkReader(this.#store));
    this.#memory = new Memory(this.#store.family, this.#chunks);
    this.#known.clear();
  }

  /** Call `letGo` with the answer once it has replaced the one before. */
  async read(): Promise<PageIndex> {
    const store = this.#store;
    const { db, family, tables } = store;
    // These belong together, even if `forget` replaces them meanwhile.
    const [chunks, memory, known] = [this.#chunks, this.#memory, this.#known];
    const ofLibrary = [db.settings, db.papers, db.tombstones, db.sightings];
    const { segments, stamp, total, news, sightings, damage } = await db.transaction(
      'r',
      [...allTables(store), ...ofLibrary],
      async () => {
        const state = await readState(store);
        const [segments, stamp, total, damage, news] = await Promise.all([
          readSegments(store, state, known),
          stampOf(store, state),
          countPapers(db),
          tables.index.get('damage'),
          unindexed(db, state, MOST_IN_MEMORY),
        ]);
        return { segments, stamp, total, news, damage, sightings: await sightingsOf(db, news.papers) };
      },
    );
    for (const { id, packed } of segments) if (!known.has(id)) chunks.pin(id, packed);
    await memory.keep(news.papers, sightings);
    const changed = [...news.papers.map(({ id }) => id), ...news.removed];
    const stored = await withoutChanged(family, segments, changed, chunks);
    const snapshot = new Snapshot(family, [...stored, ...memory.segments], chunks);
    await snapshot.prepare();
    if (chunks === this.#chunks) this.#known = new Map(segments.map((segment) => [segment.id, segment]));
    const complete = news.papers.length < MOST_IN_MEMORY;
    const share = complete ? 1 : Math.min(0.99, snapshot.live / Math.max(1, total));
    const behind = news.papers.length + news.removed.length;
    const damaged = damage !== undefined;
    const scorer = new Scorer(snapshot);
    const texts: ReadPapers = (ids) => rowsAt<Paper>(db, 'papers', ids);
    return { snapshot, scorer, papers: this.#papers.begin, texts, share, behind, damaged, stamp };
  }
}

/** Unpins the chunks of all segments that are not in this index. */
export function letGo({ snapshot }: PageIndex): void {
  snapshot.chunks.keepPinned(new Set(snapshot.segments.map(({ id }) => id)));
}

/** The segments without the papers that were replaced or removed since. */
async function withoutChanged(
  family: IndexFamily,
  segments: readonly StoredSegment[],
  ids: readonly string[],
  chunks: ChunkCache,
): Promise<StoredSegment[]> {
  if (ids.length === 0 || segments.length === 0) return [...segments];
  const outdated = await new Snapshot(family, segments, chunks).goneWith(ids);
  return segments.map((segment) => ({ ...segment, gone: outdated.get(segment.id) ?? segment.gone }));
}

/** Identifies a state of library and index, even of a damaged one. */
export async function stampOf(store: IndexStore, state?: IndexState): Promise<string> {
  // First of all: a live query does not hear of what is read after several reads at once, as those for a missing state
  // are. An open page then never found what was saved into an empty library (seen 2026-11-28).
  const library = (await store.db.settings.get('revision'))?.value;
  const index: Partial<IndexState> = state ?? (await soundState(store)) ?? {};
  const { next, segments, revision, id, removed } = index;
  return JSON.stringify([library, next, segments, revision, id, removed]);
}
