/**
 * Full-text search over the library. The index is a cache: each page fills a MiniSearch from the papers and keeps up
 * with changes; while it is filling, searching works on what is there.
 */
import { liveQuery } from 'dexie';
import MiniSearch from 'minisearch';
import type { Paper } from '@/utils/paper';
import { tokenise } from '@/utils/tokens';
import type { OffprintDatabase } from '../database';
import { changesSince, countPapers, papersById } from '../library';

/** A paper that a search found, with the terms of its text that matched. */
export interface Hit {
  paper: Paper;
  terms: ReadonlySet<string>;
}

export interface LibrarySearch {
  /** The best `limit` papers for `query` and how many there are in all. */
  find(query: string, limit: number): Promise<{ hits: Hit[]; total: number }>;
  close(): void;
}

/** Progress is told this often (ms): every telling searches and draws again. */
const TELL_MS = 250;
/** Papers indexed in one go: about 20 ms, so that typing stays smooth meanwhile. */
const CHUNK = 100;

/**
 * Opens the search of a page. `onProgress` hears after every change of the index which share of the library it holds
 * (0 to 1); `onError` hears why the library cannot be read.
 */
export function openLibrarySearch(
  db: OffprintDatabase,
  onProgress: (share: number) => void,
  onError: (error: unknown) => void,
): LibrarySearch {
  const index = new MiniSearch<Paper>({
    fields: ['title', 'abstract', 'authors', 'tags', 'note'],
    extractField: (paper, name) => textOf(paper[name as keyof Paper]),
    tokenize: (text) => tokenise(text).map((token) => token.term),
    processTerm: (term) => term,
  });
  let revision = -1;
  let closed = false;
  let running = false;
  let wanted = false;
  let told = 0;
  /** Why the index may lack papers: until it has caught up again, no answer is better than a wrong one. */
  let failure: unknown;

  async function catchUp(): Promise<void> {
    wanted = true;
    if (running) return;
    running = true;
    try {
      while (wanted && !closed) {
        wanted = false; // a change from here on, even while the last page is being read, asks for another round
        const changes = await changesSince(db, revision, CHUNK);
        for (const id of changes.removed) if (index.has(id)) index.discard(id);
        for (const paper of changes.papers) index.has(paper.id) ? index.replace(paper) : index.add(paper);
        revision = changes.revision;
        wanted ||= !changes.complete;
        failure = undefined;
        if (changes.complete || Date.now() - told > TELL_MS) {
          told = Date.now();
          const share = index.documentCount / Math.max(1, await countPapers(db));
          onProgress(changes.complete ? 1 : Math.min(share, 0.99));
        }
      }
    } catch (error) {
      failure = error;
      onError(error);
    } finally {
      running = false;
    }
  }

  void catchUp(); // `liveQuery` keeps silent about a closed database
  const changes = liveQuery(() => db.settings.get('revision')).subscribe({ next: catchUp, error: onError });

  return {
    async find(query, limit) {
      if (failure !== undefined) await catchUp();
      if (failure !== undefined) throw failure;
      const found = index.search(query, {
        combineWith: 'AND',
        boost: { title: 3, authors: 2, tags: 2 },
        prefix: true,
        fuzzy: (term) => (term.length >= 4 ? 0.2 : false),
      });
      found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
      const terms = new Map(
        found.slice(0, limit).map((result) => [result.id as string, new Set(result.terms)]),
      );
      const papers = await papersById(db, [...terms.keys()]);
      return {
        total: found.length,
        hits: papers.map((paper) => ({ paper, terms: terms.get(paper.id) ?? new Set() })),
      };
    },
    close() {
      closed = true;
      changes.unsubscribe();
    },
  };
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join('\n') : typeof value === 'string' ? value : '';
}
