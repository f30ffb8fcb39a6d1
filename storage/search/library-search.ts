/**
 * Full-text search over the library. It reads the segments that the worker has made (upkeep/tend-index.ts), and indexes
 * newer papers in memory. The index is a cache: if it is damaged, it is thrown away and built anew from the papers.
 */
import { liveQuery } from 'dexie';
import type { NameCount } from '@/utils/query/known-names';
import type { Query, Sort } from '@/utils/query/query-tree';
import type { OffprintDatabase } from '../database';
import { papersIndex } from './families/papers-index';
import { findMeant } from './meant/find-meant';
import { sharedTerms, similarDocuments } from './meant/similar';
import { knownSpellings } from './meant/spelling';
import { answerOf, type Hit, type Hits, type Part, partOf } from './page/answer';
import { letGo, type PageIndex, PageReader, type Searched, stampOf } from './page/page-index';
import { TrashIndex } from './page/trash-index';
import { countDocuments, findDocuments } from './query/find';
import type { Grouping } from './query/groups';
import { type NameColumn, namesIn } from './query/names';
import { planQuery } from './query/plan';
import { dropIndex, tellOfDamage } from './rows/drop-index';
import { MOST_UNINDEXED } from './rows/unindexed';
import type { SearchEvents } from './search-events';
import { DamagedIndex } from './segment/chunk-key';

export type { Hit, Hits };

export interface FindOptions {
  limit: number;
  /** Without a word to rank by, relevance means newest saved first. */
  sort?: Sort;
  /** Groups come first; the order holds within each. */
  group?: Grouping | undefined;
  signal?: AbortSignal;
}

export interface LibrarySearch {
  /**
   * Finds papers by the query's words and by longer words that begin with them. `onMore` is called once, later, with
   * the same hits followed by those of words that are spelled alike. Rejects with the signal's reason once aborted.
   */
  find(query: Query, options: FindOptions, onMore?: (hits: Hits) => void): Promise<Hits>;
  /** How many papers a query finds, those with words that are spelled alike too, without reading these. */
  count(query: Query): Promise<number>;
  /** The papers most similar to one, and the terms that they share with it; none if it is not in the library. */
  similar(id: string, limit: number): Promise<Hit[]>;
  /** All names in a column of the library, the most frequent first. */
  names(column: NameColumn): Promise<NameCount[]>;
  close(): void;
}

/** Least time between two reads after changes (ms): each read repeats the search and draws again. */
const PAUSE_MS = 250;
/** Delay for work that the first results don't need (ms). */
const LATER_MS = 100;
/** If fewer papers have all words, those follow that have most of them: less than a screen. */
const FEW = 20;
const MOST_MEANT = 100;
/** How often a damaged index is thrown away in one call. */
const MOST_REPAIRS = 2;
/** How often a read is tried: while the worker builds an index, it may publish merges faster than a page reads. */
const MOST_TRIES = 10;

export function openLibrarySearch(db: OffprintDatabase, events: SearchEvents): LibrarySearch {
  const store = papersIndex(db);
  const reader = new PageReader(store);
  const trash = new TrashIndex(store);
  let closed = false;
  let current: PageIndex | undefined;
  let loading: Promise<PageIndex> | undefined;
  let subscription: { unsubscribe(): void } | undefined;
  let subscribing: ReturnType<typeof setTimeout> | undefined;
  /** The last index that was read ahead. */
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
    if (index.damaged) await tellOfDamage(store, () => events.onRepair?.());
    events.onChange(index.share);
    return index;
  }

  /** Does some reading. Reads again if a merge was published meanwhile, or if the index was damaged and thrown away. */
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

  /** Throws the index away if this is real damage. Forgets the current one in any case if it has these segments. */
  async function repair({ segments }: DamagedIndex): Promise<boolean> {
    if (current?.snapshot.segments.some(({ id }) => segments.includes(id))) current = undefined;
    if (!(await dropIndex(store, 'damaged', segments))) return false;
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
    const seen = current; // a search that meets damage unsets it meanwhile
    if (closed || !seen) return;
    try {
      if ((await stampOf(store)) !== seen.stamp) await load();
    } catch (error) {
      failed(error);
    }
  }

  /** Schedules reading ahead: more queries will follow, and each read that they need not wait for saves a millisecond. */
  function later(): void {
    ahead ??= setTimeout(() => {
      ahead = undefined;
      if (closed || !current || current === readFor) return;
      readFor = current;
      reader.readAhead(current).catch(() => undefined); // the next query meets the error itself
    }, LATER_MS);
  }

  function failed(error: unknown): void {
    current = undefined;
    if (!closed) events.onError(error);
  }

  function subscribe(): void {
    subscription = liveQuery(() => stampOf(store)).subscribe({ next: follow, error: failed });
  }

  load().then(() => {
    if (!closed) subscribing = setTimeout(subscribe, LATER_MS);
  }, failed);

  return {
    async find(query, { limit, sort = 'relevance', group, signal }, onMore) {
      const plan = planQuery(query, false);
      const answer = (parts: readonly Part[]) => answerOf(parts, limit, plan.trashed, lost);
      const { index, found, papers } = await sound(async () => {
        const index = plan.trashed ? await trash.index() : (current ?? (await load()));
        const { snapshot, scorer, texts } = index;
        const papers = index.papers();
        const options = { limit, sort, group, signal };
        return { index, papers, found: await findDocuments(snapshot, scorer, plan, options, texts) };
      });
      const exact = await partOf(index, found, papers);
      const first = answer([exact]);
      later();
      signal?.throwIfAborted();
      if (onMore) void more(index, found.docs).catch(failedMore);
      return first;

      async function more(searched: Searched, known: Uint32Array): Promise<void> {
        await new Promise((resolve) => setTimeout(resolve)); // the hits are drawn first, or the next key is handled
        signal?.throwIfAborted();
        const { snapshot, scorer, texts } = searched;
        const passes = [exact];
        const shown = [known];
        const fuzzy = planQuery(query, true);
        if (fuzzy.words.some((word) => word.fuzzy)) {
          const options = { limit: Math.max(0, limit - first.hits.length), sort, group, signal, known };
          const read = searched.papers();
          const others = await findDocuments(snapshot, scorer, fuzzy, options, texts);
          passes.push(await partOf(searched, others, read, 'alike'));
          shown.push(others.docs);
          signal?.throwIfAborted();
        }
        const asWritten = answer(passes);
        if (asWritten.total < FEW) {
          const read = searched.papers();
          const options = { limit: MOST_MEANT, known: shown, signal };
          const meant = await findMeant(snapshot, scorer, query, options, texts);
          if (meant) passes.push(await partOf(searched, meant, read, 'meant'));
          signal?.throwIfAborted();
        }
        const found = answer(passes);
        const spelled = exact.ranking.total === 0 ? await knownSpellings(snapshot, query) : undefined;
        signal?.throwIfAborted();
        onMore?.({ ...found, ...(spelled && spelled.size > 0 && { spelled }) });
      }

      function failedMore(error: unknown): void {
        if (error instanceof DamagedIndex && !signal?.aborted && !closed) onMore?.(first);
        lost(error);
      }

      /** If a merge deleted what this needed, the search that follows the merge finds it. */
      function lost(error: unknown): void {
        if (signal?.aborted || closed) return;
        if (error instanceof DamagedIndex) void repair(error).catch(failed);
        else events.onError(error);
      }
    },

    count(query) {
      return sound(async () => {
        const plan = planQuery(query, false);
        const { snapshot, scorer, texts } = plan.trashed ? await trash.index() : (current ?? (await load()));
        return countDocuments(snapshot, scorer, { written: plan, fuzzy: planQuery(query, true) }, texts);
      });
    },

    async similar(id, limit) {
      const paper = await db.papers.get(id);
      if (!paper) return [];
      return sound(async () => {
        const { snapshot, papers: begin } = current ?? (await load());
        const read = begin();
        const { top, terms } = await similarDocuments(snapshot, paper, limit);
        const papers = await read(top.map(({ id }) => id));
        return papers
          .filter((paper) => paper !== undefined)
          .map((paper) => ({ paper, terms: sharedTerms(paper, terms) }));
      });
    },

    names(column) {
      return sound(async () => namesIn((current ?? (await load())).snapshot, column));
    },

    close() {
      closed = true;
      clearTimeout(subscribing);
      clearTimeout(ahead);
      subscription?.unsubscribe();
    },
  };
}
