/** The product's own way from typed text to the list that a person sees, over a library in memory. */
import 'fake-indexeddb/auto';
import { OffprintDatabase } from '@/storage/database';
import { papersIndex } from '@/storage/search/families/papers-index';
import { type Hits, openLibrarySearch } from '@/storage/search/library-search';
import { tendIndex } from '@/storage/search/upkeep/tend-index';
import { recordOf } from '@/utils/paper/record';
import type { Paper } from '@/utils/paper/schema';
import { parseQuery } from '@/utils/query/parse-query';
import { queryDays } from '@/utils/query/query-days';
import type { JudgedPaper } from './collections.mjs';

export interface Library {
  /** The numbers of the papers that are listed for a text, sorted by `Best match`, at most `limit`. */
  find(text: string, limit: number): Promise<number[]>;
  /** The numbers of the papers that are listed as similar to one, at most `limit`. */
  similar(n: number, limit: number): Promise<number[]>;
  close(): Promise<void>;
}

/** When all papers were saved: at once, as an import does, so that the day says nothing. */
const SAVED = '2026-11-02T09:00:00.000Z';

/** A library with these papers, indexed as the worker does it, and its search, opened as a page does it. */
export async function openLibrary(name: string, judged: readonly JudgedPaper[]): Promise<Library> {
  const db = new OffprintDatabase(`quality-${name}`);
  await fill(db, judged.map(paperOf));
  await tendIndex(papersIndex(db));
  const days = queryDays(new Date(), (moment) => moment.getTimezoneOffset());
  let fail: (error: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => {}); // whoever waits for an answer meets it
  const search = openLibrarySearch(db, { onChange() {}, onError: fail });

  /** With everything that is appended to the first hits. */
  function listOf(text: string, limit: number): Promise<Hits> {
    const { query } = parseQuery(text, days);
    return new Promise((resolve, reject) => {
      search.find(query, { limit, sort: 'relevance' }, resolve).catch(reject);
    });
  }

  return {
    async find(text, limit) {
      const { hits } = await Promise.race([listOf(text, limit), failed]);
      return hits.map(({ paper }) => Number(paper.id));
    },
    async similar(n, limit) {
      const hits = await Promise.race([search.similar(String(n), limit), failed]);
      return hits.map(({ paper }) => Number(paper.id));
    },
    async close() {
      search.close();
      await db.delete();
    },
  };
}

/**
 * As a library's file brings it, but under its number: papers that say the same stay apart here, because they are judged
 * apart.
 */
function paperOf({ n, title, authors, abstract }: JudgedPaper): Paper {
  return recordOf({
    id: String(n),
    identifiers: {},
    title,
    authors,
    ...(abstract && { abstract }),
    tags: [],
    status: 'unread',
    starred: false,
    savedAt: SAVED,
    edited: [],
    sources: [],
  }).paper;
}

async function fill(db: OffprintDatabase, papers: readonly Paper[]): Promise<void> {
  await db.transaction('rw', db.papers, db.settings, async () => {
    await db.papers.bulkPut(papers.map((paper) => ({ ...paper, revision: 1 })));
    await db.settings.bulkPut([
      { name: 'revision', value: 1 },
      { name: 'papers', value: papers.length },
    ]);
  });
}
