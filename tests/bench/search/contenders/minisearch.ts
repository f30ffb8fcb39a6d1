/** MiniSearch with a snapshot of its index in IndexedDB, and the options that our own index promises to equal. */
import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import { PAPER_FIELDS, PAPERS_INDEX, type PaperField } from '@/storage/search/families/papers-index';
import { allowedErrors } from '@/storage/search/query/edit-distance';
import type { Made } from '@/tests/bench/search/papers.mjs';
import type { Paper } from '@/utils/paper/schema';
import { fieldText, seenIn } from '@/utils/paper/searched-texts';
import { queryTerms, tokenise } from '@/utils/text/tokens';
import { Clock, LIMIT, libraryName, type Open, type Prepare } from './contender';
import { keep, kept, settled } from './snapshots';

const OPTIONS: Options<Made> = {
  fields: [...PAPER_FIELDS],
  extractField: ({ paper, sighting }, name) =>
    name === 'id' ? paper.id : fieldText(paper, name as PaperField, seenIn([sighting])),
  tokenize: (text) => tokenise(text).map(({ term }) => term),
  processTerm: (term) => term,
};
const BOOST = Object.fromEntries(PAPERS_INDEX.fields.map(({ name, boost }) => [name, boost]));

export const prepare: Prepare = async (papers, batches, deadline) => {
  const clock = new Clock(deadline);
  const index = new MiniSearch(OPTIONS);
  for (const batch of batches()) await clock.run(() => index.addAll(batch));
  const json = await clock.run(() => JSON.stringify(index));
  await clock.run(() => keep(`minisearch-${papers}`, json));
  return { ms: clock.ms, bytes: json.length };
};

export const open: Open = async (papers) => {
  const opening = settled(indexedDB.open(libraryName(papers)));
  const index = MiniSearch.loadJSON<Made>(await kept<string>(`minisearch-${papers}`), OPTIONS);
  const db = await opening;
  function search(query: string, fuzzy: boolean): SearchResult[] {
    return index.search(query, {
      combineWith: 'AND',
      boost: BOOST,
      prefix: true,
      fuzzy: (term) => fuzzy && allowedErrors(term),
      tokenize: queryTerms,
    });
  }
  async function titles(found: SearchResult[]): Promise<string[]> {
    const store = db.transaction('papers').objectStore('papers');
    const best = found.slice(0, LIMIT).map(({ id }) => settled<Paper>(store.get(id)));
    return (await Promise.all(best)).map(({ title }) => title ?? '');
  }
  return {
    find: async (query) => titles(search(query, false)),
    fuzzy: async (query) => titles(search(query, true)),
    rank: async (query) => search(query, false),
    rankFuzzy: async (query) => search(query, true),
    all: async (query, fuzzy) => search(query, fuzzy).map(({ id, score }) => [id as string, score]),
  };
};
