import { expect, test } from 'vitest';
import { removePapers, saveCards } from '@/storage/commands';
import { noteGone } from '@/storage/import/note-gone';
import { at, card } from '../cards';
import { openDatabase } from '../open-database';

const gone = (id: string) => ({ id, at: at(5) });

test('what is gone elsewhere leaves a tombstone that readers need not hear of; what is here stays', async () => {
  const db = openDatabase();
  const cards = ['2609.00001', '2609.00002'].map((arxiv) => card({ identifiers: { arxiv }, title: arxiv }));
  await saveCards(db, cards, at(0));
  await removePapers(db, ['arxiv:2609.00002'], at(1));
  const before = await db.tombstones.toArray();
  await noteGone(db, ['arxiv:2609.00001', 'arxiv:2609.00002', 'arxiv:2609.00003'].map(gone));
  expect(await db.papers.count()).toBe(1);
  expect(await db.tombstones.toArray()).toEqual([...before, { ...gone('arxiv:2609.00003'), revision: 0 }]);
  await noteGone(db, [gone('arxiv:2609.00003'), gone('arxiv:2609.00004'), gone('arxiv:2609.00004')]);
  expect(await db.tombstones.count(), 'one that a damaged file names twice is noted once').toBe(3);
});
