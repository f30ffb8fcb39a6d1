/** The index as a page sees it: the segments that are stored, and in memory what they do not know yet. */
import type { OffprintDatabase } from '@/storage/database';
import { countPapers } from '@/storage/library';
import { rowsAt } from '@/storage/read-directly';
import type { Paper } from '@/utils/paper/schema';
import type { ReadPapers } from '../query/find';
import { Scorer } from '../query/score';
import { chunkReader } from '../rows/chunk-rows';
import { type IndexState, indexTables, readState, soundState } from '../rows/index-state';
import { readSegments, type StoredSegment } from '../rows/segment-rows';
import { sightingsOf, unindexed } from '../rows/unindexed';
import { ChunkCache, KEPT } from '../snapshot/chunk-cache';
import { Memory } from '../snapshot/memory';
import { Snapshot } from '../snapshot/snapshot';
import { PAPERS_KEPT, PaperCache } from './paper-cache';

/** Papers that a page indexes itself at the most, 2 MB; more are the worker's. */
const MOST_IN_MEMORY = 1000;

/** What a query is asked of. */
export interface Searched {
  snapshot: Snapshot;
  scorer: Scorer;
  /** Begins to read the papers of an answer, which may yet have to be found. */
  papers: () => ReadPapers;
  /** Reads papers whose text is to be looked through: there may be thousands. */
  texts: ReadPapers;
}

export interface PageIndex extends Searched {
  /** How much of the library it knows, 0 to 1. */
  share: number;
  /** How many papers and removals the stored segments do not know. */
  behind: number;
  /** Whether it was found damaged and nobody was told yet. */
  damaged: boolean;
  /** The same until something changes. */
  stamp: string;
}

/** Reads the index again and again, keeping what does not change. */
export class PageReader {
  readonly #db: OffprintDatabase;
  #chunks: ChunkCache;
  #memory: Memory;
  readonly #papers: PaperCache;
  #known = new Map<number, StoredSegment>();

  constructor(db: OffprintDatabase) {
    this.#db = db;
    this.#chunks = new ChunkCache(chunkReader(db));
    this.#memory = new Memory(this.#chunks);
    this.#papers = new PaperCache(db);
  }

  /** Reads what queries on an index will ask for: its chunks, and the papers of a small library. */
  async readAhead({ snapshot }: PageIndex): Promise<void> {
    await snapshot.readAhead(KEPT);
    if (snapshot.size > PAPERS_KEPT) return;
    const docs = Array.from({ length: snapshot.size }, (_, doc) => doc);
    await this.#papers.readAhead(await snapshot.ids(docs));
  }

  /** Forgets all that was read: something of it is damaged. */
  forget(): void {
    this.#chunks = new ChunkCache(chunkReader(this.#db));
    this.#memory = new Memory(this.#chunks);
    this.#known.clear();
  }

  /** Whoever takes the answer into use then lets go of what was pinned for the one before: `letGo`. */
  async read(): Promise<PageIndex> {
    const db = this.#db;
    // All of one world, also where it is forgotten meanwhile.
    const [chunks, memory, known] = [this.#chunks, this.#memory, this.#known];
    const ofLibrary = [db.settings, db.papers, db.tombstones, db.sightings];
    const { segments, stamp, total, news, sightings, damage } = await db.transaction(
      'r',
      [...indexTables(db), ...ofLibrary],
      async () => {
        const state = await readState(db);
        const [segments, stamp, total, damage, news] = await Promise.all([
          readSegments(db, state, known),
          stampOf(db, state),
          countPapers(db),
          db.index.get('damage'),
          unindexed(db, state, MOST_IN_MEMORY),
        ]);
        return { segments, stamp, total, news, damage, sightings: await sightingsOf(db, news.papers) };
      },
    );
    for (const { id, packed } of segments) if (!known.has(id)) chunks.pin(id, packed);
    await memory.keep(news.papers, sightings);
    const changed = [...news.papers.map(({ id }) => id), ...news.removed];
    const stored = await withoutChanged(segments, changed, chunks);
    const snapshot = new Snapshot([...stored, ...memory.segments], chunks);
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

/** Lets go of all that is pinned and not in this index, once it has taken the place of the one before. */
export function letGo({ snapshot }: PageIndex): void {
  snapshot.chunks.keepPinned(new Set(snapshot.segments.map(({ id }) => id)));
}

/** The segments without what was replaced or removed since. */
async function withoutChanged(
  segments: readonly StoredSegment[],
  ids: readonly string[],
  chunks: ChunkCache,
): Promise<StoredSegment[]> {
  if (ids.length === 0 || segments.length === 0) return [...segments];
  const snapshot = new Snapshot(segments, chunks);
  const docs = [...(await snapshot.find(ids)).values()];
  return segments.map((segment, index) => {
    const base = snapshot.segments[index]?.base ?? 0;
    const { header } = segment;
    const mine = docs.filter((doc) => doc >= base && doc < base + header.docs);
    if (mine.length === 0) return segment;
    const gone = segment.gone?.slice() ?? new Uint8Array(header.docs);
    for (const doc of mine) gone[doc - base] = 1;
    return { ...segment, gone };
  });
}

/** Tells one moment of library and index from another, also of one that is damaged. */
export async function stampOf(db: OffprintDatabase, state?: IndexState): Promise<string> {
  const index: Partial<IndexState> = state ?? (await soundState(db)) ?? {};
  const { next, segments, revision, id, removed } = index;
  const library = (await db.settings.get('revision'))?.value;
  return JSON.stringify([library, next, segments, revision, id, removed]);
}
