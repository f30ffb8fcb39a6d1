import { expect, test, vi } from 'vitest';
import { removePapers, saveCards } from '@/storage/commands';
import { editPapers } from '@/storage/edit';
import { papersIndex } from '@/storage/search/families/papers-index';
import { TrashIndex } from '@/storage/search/page/trash-index';
import { findDocuments } from '@/storage/search/query/find';
import { planQuery } from '@/storage/search/query/plan';
import { at, card } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';

const CARDS = [1, 2].map((number) =>
  card({ identifiers: { arxiv: `2609.0000${number}` }, title: 'Lantern' }),
);

test('is made once for each revision, however many ask at once', async () => {
  const db = openDatabase();
  await saveCards(db, CARDS, at(0));
  await removePapers(db, ['arxiv:2609.00001'], at(1));
  const trash = new TrashIndex(papersIndex(db));
  const read = vi.spyOn(db.trash, 'toArray');
  const made = await Promise.all([trash.index(), trash.index(), trash.index()]);
  expect(read).toHaveBeenCalledTimes(1);
  expect(new Set(made).size).toBe(1);
  await removePapers(db, ['arxiv:2609.00002'], at(2));
  expect((await trash.index()).snapshot.live).toBe(2);
});

test('is searched by exact tags as the library is', async () => {
  const db = openDatabase();
  await saveCards(db, CARDS, at(0));
  await editPapers(db, ['arxiv:2609.00001'], { add: { tags: ['To Read'] } }, at(1));
  await removePapers(db, ['arxiv:2609.00001', 'arxiv:2609.00002'], at(2));
  const { snapshot, scorer, texts } = await new TrashIndex(papersIndex(db)).index();
  const plan = planQuery({ kind: 'tag', key: 'to read' }, false);
  const { top } = await findDocuments(snapshot, scorer, plan, { limit: 9, sort: 'relevance' }, texts);
  expect(top.map(({ id }) => id)).toEqual(['arxiv:2609.00001']);
});

test('is made anew after it could not be read', async () => {
  const db = openDatabase();
  await saveCards(db, CARDS, at(0));
  await removePapers(db, ['arxiv:2609.00001'], at(1));
  const trash = new TrashIndex(papersIndex(db));
  vi.spyOn(db.trash, 'toArray').mockRejectedValueOnce(new Error('the disk is gone'));
  await expect(trash.index()).rejects.toThrow('the disk is gone');
  expect((await trash.index()).snapshot.live).toBe(1);
});
