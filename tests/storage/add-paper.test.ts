import { beforeEach, expect, test } from 'vitest';
import { addPaper, type TypedPaper } from '@/storage/add-paper';
import { removePapers, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { at, card } from './cards';
import { everything, openDatabase } from './open-database';
import { see } from './see';
import { faults } from './soundness';

let db: OffprintDatabase;

beforeEach(() => {
  db = openDatabase();
});

const add = (typed: TypedPaper, minutes = 1) => addPaper(db, typed, at(minutes));
const identified = (kind: string, value: string): TypedPaper => ({ add: { identifiers: [{ kind, value }] } });

test('a paper is added as typed, and no page overwrites that', async () => {
  const added = await add({
    ...identified('doi', '10.1234/A'),
    set: { title: 'Lamps', authors: ['Ada'], status: 'read' },
  });
  expect(added).toEqual({ id: 'doi:10.1234/a', entry: 1 });
  const shown = {
    ...{ title: 'Lamps', authors: ['Ada'], status: 'read', savedAt: at(1), url: 'https://doi.org/10.1234/a' },
    ...{ edited: ['authors', 'title'], origins: { title: { site: 'user' } } },
  };
  expect(await db.papers.toArray()).toMatchObject([shown]);
  await see(db, [card({ title: 'Lamps!', identifiers: { doi: '10.1234/a', arxiv: '2609.00001' } })], at(2));
  expect(await db.papers.toArray()).toMatchObject([{ ...shown, url: 'https://arxiv.org/abs/2609.00001' }]);
  expect(await faults(db)).toEqual([]);
  await undo(db, 1, at(3));
  expect(await db.papers.count()).toBe(0);
});

test('a title alone is enough, also one that is there', async () => {
  for (const minutes of [1, 2]) await add({ set: { title: 'Lamps' }, add: { tags: ['ml'] } }, minutes);
  expect(await db.papers.toArray()).toMatchObject([{ tags: ['ml'] }, { tags: ['ml'] }]);
  expect(await faults(db)).toEqual([]);
});

test('a paper that is here, or in the trash, is found', async () => {
  await saveCards(db, [card({ title: 'Lanterns', identifiers: { arxiv: '2609.00001' } })], at(0));
  const typed = { ...identified('doi', '10.48550/arXiv.2609.00001v2'), set: { title: 'Mine' } };
  const before = await everything(db);
  expect(await add(typed)).toEqual({ held: 'arxiv:2609.00001' });
  expect(await everything(db)).toEqual(before);
  await removePapers(db, ['arxiv:2609.00001'], at(2));
  expect(await add(typed, 3)).toEqual({ held: 'arxiv:2609.00001' });
});

test.each<[TypedPaper, object]>([
  [{}, { code: 'unnamed' }],
  [{ set: { venue: 'ICML' }, add: { tags: ['ml'] } }, { code: 'unnamed' }],
  [identified('doi', 'none'), { code: 'badValue', about: 'identifiers' }],
  [{ set: { title: ' ' } }, { code: 'noTitle' }],
])('%j is refused', async (typed, failure) => {
  await expect(add(typed)).rejects.toMatchObject(failure);
  expect(await db.papers.count()).toBe(0);
});
