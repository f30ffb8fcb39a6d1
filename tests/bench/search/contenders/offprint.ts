/** Our own search: the index is made by what the worker runs, and opened as the popup does. */

import { OffprintDatabase } from '@/storage/database';
import { papersIndex } from '@/storage/search/families/papers-index';
import { type Hits, openLibrarySearch } from '@/storage/search/library-search';
import { PageReader } from '@/storage/search/page/page-index';
import { findDocuments } from '@/storage/search/query/find';
import { planQuery } from '@/storage/search/query/plan';
import { dropIndex } from '@/storage/search/rows/drop-index';
import { tendIndex } from '@/storage/search/upkeep/tend-index';
import type { Query } from '@/utils/query/query-tree';
import { Clock, LIMIT, libraryName, type Open, type Prepare } from './contender';

/** The index, made anew from the papers in the library. */
export const prepare: Prepare = async (papers, _, deadline) => {
  const db = new OffprintDatabase(libraryName(papers));
  await dropIndex(papersIndex(db), 'outdated');
  const clock = new Clock(deadline);
  await clock.run(() => tendIndex(papersIndex(db), () => new Clock(deadline).run(async () => {})));
  const bytes = await indexBytes(db);
  db.close();
  return { ms: clock.ms, bytes };
};

async function indexBytes(db: OffprintDatabase): Promise<number> {
  let bytes = 0;
  const size = (row: object): number =>
    Object.values(row).reduce(
      (sum, value) =>
        sum +
        (value instanceof Uint8Array
          ? value.length
          : Array.isArray(value)
            ? value.reduce((all, one) => all + size(one), 0)
            : 0),
      0,
    );
  for (const table of [db.segments, db.chunks, db.deletions])
    await table.each((row: object) => {
      bytes += size(row);
    });
  return bytes;
}

export const open: Open = async (papers) => {
  const db = new OffprintDatabase(libraryName(papers));
  const search = openLibrarySearch(db, { onChange() {}, onError: (error) => console.error(error) });
  let index: ReturnType<PageReader['read']> | undefined;

  /** As the search itself does, whose index cannot be got at. */
  async function readIndex() {
    const reader = new PageReader(papersIndex(db));
    const read = await reader.read();
    await reader.readAhead(read);
    return read;
  }

  async function documents(query: string, fuzzy: boolean, limit?: number) {
    index ??= readIndex();
    const { snapshot, scorer } = await index;
    const options = { limit: limit ?? snapshot.size, sort: 'relevance' as const };
    return findDocuments(snapshot, scorer, planQuery(wordsOf(query), fuzzy), options, async () => []);
  }

  return {
    async find(query) {
      return titles(await search.find(wordsOf(query), { limit: LIMIT }));
    },
    fuzzy: (query) =>
      new Promise((resolve, reject) => {
        const done = (hits: Hits) => resolve(titles(hits));
        search.find(wordsOf(query), { limit: LIMIT }, done).catch(reject);
      }),
    rank: (query) => documents(query, false, LIMIT),
    rankFuzzy: (query) => documents(query, true, LIMIT),
    async all(query, fuzzy) {
      return (await documents(query, fuzzy)).top.map(({ id, key }) => [id, key]);
    },
  };
};

function titles({ hits }: Hits): string[] {
  return hits.map(({ paper }) => paper.title ?? '');
}

function wordsOf(text: string): Query {
  return { kind: 'and', queries: text.split(' ').map((word) => ({ kind: 'word', text: word })) };
}
