/** FlexSearch with its export in IndexedDB: one index over the whole text, words found by their beginnings. */
import { Index } from 'flexsearch';
import { PAPER_FIELDS } from '@/storage/search/families/papers-index';
import type { Paper } from '@/utils/paper/schema';
import { fieldText } from '@/utils/paper/searched-texts';
import { Clock, LIMIT, libraryName, type Open, type Prepare } from './contender';
import { keep, kept, settled } from './snapshots';

const OPTIONS = { tokenize: 'forward' } as const;

export const prepare: Prepare = async (papers, batches, deadline) => {
  const clock = new Clock(deadline);
  const index = new Index(OPTIONS);
  for (const batch of batches())
    await clock.run(() => {
      for (const { paper } of batch)
        index.add(paper.id, PAPER_FIELDS.map((field) => fieldText(paper, field)).join('\n'));
    });
  const parts: [string, string][] = [];
  await clock.run(async () => {
    await index.export((key: string, data: string) => void parts.push([key, data]));
  });
  await clock.run(() => keep(`flexsearch-${papers}`, parts));
  return { ms: clock.ms, bytes: parts.reduce((sum, [, data]) => sum + (data?.length ?? 0), 0) };
};

export const open: Open = async (papers) => {
  const opening = settled(indexedDB.open(libraryName(papers)));
  const index = new Index(OPTIONS);
  for (const [key, data] of await kept<[string, string][]>(`flexsearch-${papers}`)) index.import(key, data);
  const db = await opening;
  return {
    async find(query) {
      const store = db.transaction('papers').objectStore('papers');
      const best = index.search(query, { limit: LIMIT }).map((id) => settled<Paper>(store.get(id)));
      return (await Promise.all(best)).map(({ title }) => title ?? '');
    },
  };
};
