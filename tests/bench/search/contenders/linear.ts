/** A look through all records, which are read from the database first and then held in memory. */
import type { Paper } from '@/utils/paper/schema';
import { LIMIT, libraryName, type Open } from './contender';
import { settled } from './snapshots';

export const open: Open = async (papers) => {
  const db = await settled(indexedDB.open(libraryName(papers)));
  const all = await settled<Paper[]>(db.transaction('papers').objectStore('papers').getAll());
  all.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
  const texts = all.map(({ title, authors, abstract, tags, note }) =>
    [title, authors.join(' '), tags.join(' '), note, abstract].join('\n').toLowerCase(),
  );
  return {
    async find(query) {
      const words = query.toLowerCase().split(' ');
      const found: Paper[] = [];
      for (const [index, text] of texts.entries()) {
        const paper = all[index];
        if (paper && words.every((word) => text.includes(word))) found.push(paper);
      }
      return found.slice(0, LIMIT).map(({ title }) => title ?? '');
    },
  };
};
