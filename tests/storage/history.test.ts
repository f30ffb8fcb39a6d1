import { beforeEach, expect, test } from 'vitest';
import { removePapers, restorePapers, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { editPapers } from '@/storage/edit';
import { historyOfPaper } from '@/storage/history';
import { at, card } from './cards';
import { openDatabase } from './open-database';
import { see } from './see';

let db: OffprintDatabase;
const LANTERNS = card({ title: 'Lanterns', identifiers: { arxiv: '2609.00001' } });
const SALT = card({ title: 'Salt', identifiers: { arxiv: '2609.00002' } });
const [LAMP, SALTY] = ['arxiv:2609.00001', 'arxiv:2609.00002'] as const;

beforeEach(async () => {
  db = openDatabase();
  await saveCards(db, [LANTERNS, SALT], at(0)); // 1
  await editPapers(db, [LAMP], { set: { starred: true } }, at(1)); // 2
  await see(db, [{ ...LANTERNS, venue: 'ICML' }], at(2)); // 3
  await removePapers(db, [LAMP], at(3)); // 4
  await editPapers(db, [LAMP, SALTY], { add: { tags: ['ml'] } }, at(4)); // 5
  await editPapers(db, [SALTY], { set: { starred: true } }, at(5)); // 6
  await undo(db, 6, at(6)); // 7
});

test('the history of one paper has all that changed it, with its fields before and after', async () => {
  await restorePapers(db, [LAMP], at(7)); // 8
  const steps = await historyOfPaper(db, LAMP, 9);
  expect(steps.map(({ entry }) => entry.entry)).toEqual([8, 5, 4, 3, 2, 1]);
  const [back, tagged, removed, seen, starred, saved] = steps;
  expect([back?.before, back?.after]).toEqual([undefined, undefined]);
  expect([tagged?.before?.tags, tagged?.after?.tags]).toEqual([[], ['ml']]);
  expect([removed?.before?.title, removed?.after]).toEqual(['Lanterns', undefined]);
  expect([seen?.before?.venue, seen?.after?.venue]).toEqual([undefined, 'ICML']);
  expect([starred?.before?.starred, starred?.after?.starred]).toEqual([false, true]);
  expect([saved?.before, saved?.after]).toEqual([undefined, undefined]);
  expect(await historyOfPaper(db, LAMP, 2)).toHaveLength(2);
});
