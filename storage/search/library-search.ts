/**
 * Full-text search over the library. It reads segments that the worker has made (tend-index.ts) and indexes in memory
 * what these do not know yet. The index is a cache: what is damaged is thrown away and made anew from the papers.
 */
import { liveQuery } from 'dexie';
import type { Paper } from '@/utils/paper/schema';
import type { Query, Sort } from '@/utils/query/query-tree';
import type { OffprintDatabase } from '../database';
import { letGo, type PageIndex, PageReader, type Searched, stampOf } from './page/page-index';
import { TrashIndex } from './page/trash-index';
import { type Found, findDocuments, type ReadPapers } from './query/find';
import { planQuery } from './query/plan';
import { sharedTerms, similarDocuments } from './query/similar';
import { dropIndex, tellOfDamage } from './rows/drop-index';
import { MOST_UNINDEXED } from './rows/unindexed';
import { DamagedIndex } from './segment/chunk-key';

/** A paper that a search found, with the terms to mark in its text. */
export interface Hit {
  paper: Paper;
  terms: ReadonlySet<string>;
}

export interface Hits {
  /** The best papers, at most as many as asked for. */
  hits: Hit[];
  /** How many there are in all. */
  total: number;
  /** Whether they lie in the trash. */
  trashed: boolean;
}

export interface FindOptions {
  limit: number;
  /** Without a ranked word, relevance is the order in which papers were saved, the newest first. */
  sort?: Sort;
  signal?: AbortSignal;
}

export interface LibrarySearch {
  /**
   * What a query finds by its words and their beginnings. `onMore` then hears once the same hits followed by those that
   * are spelled like it. Rejects with the signal's reason once it is aborted.
   */
  find(query: Query, options: FindOptions, onMore?: (hits: Hits) => void): Promise<Hits>;
  /** The papers most like one, with the terms that they share; none if it is not in the library. */
  similar(id: string, limit: number): Promise<Hit[]>;
  close(): void;
}

export interface SearchEvents {
  /** After every change of what can be found: which share of the library that is, 0 to 1. */
  onChange(share: number): void;
  /** The library cannot be read. */
  onError(error: unknown): void;
  /** The worker should index: it is behind, or the index was thrown away. */
  onBehind?(): void;
  /** The index was found damaged, here or by the worker, and is made anew; nothing of the library is lost. */
  onRepair?(): void;
}

/** Changes are read at most this often (ms): each one searches and draws again. */
const PAUSE_MS = 250;
/** The first titles come first: what they do not need begins so long after what they need (ms). */
const LATER_MS = 100;
/** An index that is found damaged again right after it was thrown away is given up. */
const MOST_REPAIRS = 2;
/** While the worker builds an index, merges may be published faster than a page reads; it gives up only then. */
const MOST_TRIES = 10;

export function openLibrarySearch(db: OffprintDatabase, events: SearchEvents): LibrarySearch {
  const reader = new PageReader(db);
  const trash = new TrashIndex(db);
  let closed = false;
  let current: PageIndex | undefined;
  let loading: Promise<PageIndex> | undefined;
  let subscription: { unsubscribe(): void } | undefined;
  let subscribing: ReturnType<typeof setTimeout> | undefined;
  /** The index that was read ahead last. */
  let readFor: PageIndex | undefined;
  let ahead: ReturnType<typeof setTimeout> | undefined;

  function load(): Promise<PageIndex> {
    loading ??= read().finally(() => {
      loading = undefined;
    });
    return loading;
  }

  async function read(): Promise<PageIndex> {
    const index = await sound(() => reader.read());
    current = index;
    letGo(index);
    if (closed) return index;
    if (index.behind > MOST_UNINDEXED) events.onBehind?.();
    if (index.damaged) await tellOfDamage(db, () => events.onRepair?.());
    events.onChange(index.share);
    return index;
  }

  /** Reads; where a merge was published meanwhile, once more; where that meets damage, without the index. */
  async function sound<T>(work: () => Promise<T>): Promise<T> {
    for (let tries = 1, repairs = 0; ; tries++) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof DamagedIndex) || tries >= MOST_TRIES || repairs >= MOST_REPAIRS) throw error;
        if (await repair(error)) repairs++;
      }
    }
  }

  /** Throws the index away if this is damage; in any case one that has these segments is read anew. */
  async function repair({ segments }: DamagedIndex): Promise<boolean> {
    if (current?.snapshot.segments.some(({ id }) => segments.includes(id))) current = undefined;
    if (!(await dropIndex(db, 'damaged', segments))) return false;
    reader.forget();
    current = undefined;
    events.onBehind?.();
    return true;
  }

  async function follow(stamp: string): Promise<void> {
    if (closed || stamp === current?.stamp) return;
    await load().catch(failed);
    if (closed) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    const seen = current; // a search that meets damage takes it away meanwhile
    if (!closed && seen && (await stampOf(db)) !== seen.stamp) await load().catch(failed);
  }

  /** Once somebody searches, more queries follow; each read that they need not wait for is a millisecond. */
  function later(): void {
    ahead ??= setTimeout(() => {
      ahead = undefined;
      if (closed || !current || current === readFor) return;
      readFor = current;
      reader.readAhead(current).catch(() => undefined); // a query meets damage itself
    }, LATER_MS);
  }

  function failed(error: unknown): void {
    current = undefined;
    if (!closed) events.onError(error);
  }

  function subscribe(): void {
    subscription = liveQuery(() => stampOf(db)).subscribe({ next: follow, error: failed });
  }

  load().then(() => {
    if (!closed) subscribing = setTimeout(subscribe, LATER_MS);
  }, failed);

  return {
    async find(query, { limit, sort = 'relevance', signal }, onMore) {
      const plan = planQuery(query, false);
      const { index, found, papers } = await sound(async () => {
        const index = plan.trashed ? await trash.index() : (current ?? (await load()));
        const { snapshot, scorer, texts } = index;
        const papers = index.papers();
        const wish = { limit, sort, signal };
        return { index, papers, found: await findDocuments(snapshot, scorer, plan, wish, texts) };
      });
      const hits = await hitsOf(found.top, found.terms, papers);
      const first = { hits, total: countOf(found, hits), trashed: plan.trashed };
      later();
      signal?.throwIfAborted();
      if (onMore) void more(first, found.docs, index).catch(failedMore);
      return first;

      async function more(
        { hits, total }: Hits,
        known: Uint32Array,
        { snapshot, scorer, papers, texts }: Searched,
      ): Promise<void> {
        await new Promise((resolve) => setTimeout(resolve)); // first what was found is drawn, or the next key heard
        signal?.throwIfAborted();
        const fuzzy = planQuery(query, true);
        if (!fuzzy.words.some((word) => word.fuzzy)) return onMore?.(first);
        const wish = { limit: Math.max(0, limit - hits.length), sort, signal, known };
        const read = papers();
        const others = await findDocuments(snapshot, scorer, fuzzy, wish, texts);
        const appended = await hitsOf(others.top, others.terms, read);
        signal?.throwIfAborted();
        onMore?.({ ...first, hits: [...hits, ...appended], total: total + countOf(others, appended) });
      }

      /** What a merge took away meanwhile is found by the next search, which its publication causes. */
      function failedMore(error: unknown): void {
        if (signal?.aborted || closed) return;
        if (error instanceof DamagedIndex) {
          onMore?.(first);
          void repair(error).catch(failed);
        } else events.onError(error);
      }
    },

    async similar(id, limit) {
      const paper = await db.papers.get(id);
      if (!paper) return [];
      return sound(async () => {
        const { snapshot, scorer, papers } = current ?? (await load());
        const read = papers();
        const { top, terms } = await similarDocuments(snapshot, scorer, paper, limit);
        const hits = await hitsOf(top, terms, read);
        return hits.map(({ paper }) => ({ paper, terms: sharedTerms(paper, terms) }));
      });
    },

    close() {
      closed = true;
      clearTimeout(subscribing);
      clearTimeout(ahead);
      subscription?.unsubscribe();
    },
  };
}

/** Papers with the terms that were looked for; such as are gone meanwhile are left out. */
async function hitsOf(
  top: readonly { id: string }[],
  terms: ReadonlySet<string>,
  read: ReadPapers,
): Promise<Hit[]> {
  const papers = await read(top.map(({ id }) => id));
  return papers.filter((paper) => paper !== undefined).map((paper) => ({ paper, terms }));
}

/** How many papers were found, without those that turned out to be gone. */
function countOf({ top, total }: Found, hits: readonly Hit[]): number {
  return total - (top.length - hits.length);
}
