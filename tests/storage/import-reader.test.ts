import { beforeEach, expect, test } from 'vitest';
import { saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { planImport, type ReadProgress } from '@/storage/import-reader';
import { PART } from '@/storage/staging';
import { json } from '@/utils/formats/json';
import { at, card } from './cards';
import { BATCH, everything, openDatabase } from './open-database';
import { filePaper } from './papers';

const NOW = '2026-10-02T08:00:00.000Z';
const LANTERNS = filePaper({
  id: 'arxiv:2609.00001',
  title: 'Lanterns over a quiet harbour',
  tags: ['light'],
});
const SALT = filePaper({ id: 'arxiv:2609.00002', title: 'Salt and silence in winter' });
const nobody = () => {};

let db: OffprintDatabase;
beforeEach(() => {
  db = openDatabase();
});

function written(papers: Parameters<typeof json.write>[0]): string {
  return json.write(papers, NOW).join('');
}

test('a plan tells what would be new, merged and unchanged, and what was refused', async () => {
  await saveCards(db, [card({ identifiers: { arxiv: '2609.00001' }, title: 'Lanterns' })], at(0));
  const text = written([LANTERNS, SALT]).replace('\n]}', ',\n17\n]}');
  expect(await planImport(db, BATCH, text, nobody)).toEqual({
    batch: BATCH,
    parts: 1,
    refused: [{ place: 3, reason: 'notARecord' }],
    preview: {
      new: { count: 1, titles: [SALT.title] },
      merged: { count: 1, titles: [LANTERNS.title] },
      unchanged: { count: 0, titles: [] },
    },
  });
  expect((await db.staged.toArray()).flatMap(({ papers }) => papers)).toEqual([LANTERNS, SALT]);
});

test('planning changes nothing but what is staged', async () => {
  await saveCards(db, [card({ title: 'Salt and silence in winter' })], at(0));
  const before = await everything(db);
  await planImport(db, BATCH, written([LANTERNS, SALT]), nobody);
  expect({ ...(await everything(db)), staged: [] }).toEqual(before);
});

test('a second file takes the place of the first', async () => {
  await planImport(db, BATCH, written([LANTERNS, SALT]), nobody);
  const plan = await planImport(db, BATCH, written([SALT]), nobody);
  expect(plan?.preview.new).toEqual({ count: 1, titles: [SALT.title] });
  expect(await db.staged.toArray()).toEqual([{ batch: BATCH, part: 0, papers: [SALT] }]);
});

test.each([
  ['nothing', ''],
  ['text', 'Lanterns over a quiet harbour'],
  ['another JSON', '{"hello":"world"}'],
  ['a list', '[]'],
])('%s is in none of our formats, and leaves what was staged', async (_, text) => {
  await planImport(db, BATCH, written([LANTERNS]), nobody);
  expect(await planImport(db, BATCH, text, nobody)).toBeUndefined();
  expect(await db.staged.count()).toBe(1);
});

test('a file of a newer version and one that was cut off are told as such', async () => {
  const text = written([LANTERNS, SALT]);
  const newer = text.replace('"version":1', '"version":2');
  expect(await planImport(db, BATCH, newer, nobody)).toMatchObject({
    problem: 'newer',
    preview: { new: { count: 0 } },
  });
  expect(await planImport(db, BATCH, text.slice(0, -20), nobody)).toMatchObject({
    problem: 'truncated',
    preview: { new: { count: 1 } },
    refused: [{ place: 2 }],
  });
});

test('progress grows to 1, first staging, then comparing', async () => {
  const papers = Array.from({ length: 2 * PART + 1 }, (_, index) =>
    filePaper({ id: `openreview:r${index}`, title: `Lanterns, part ${index} of very many` }),
  );
  const told: ReadProgress[] = [];
  await planImport(db, BATCH, written(papers), (progress) => told.push(progress));
  const share = (parts: number) => (parts * PART) / papers.length;
  const shares = [share(1), share(2), 1];
  expect(told).toEqual([
    ...shares.map((share) => ({ step: 'staging', share })),
    ...shares.map((share) => ({ step: 'comparing', share })),
  ]);
});

test('an empty file is a plan without papers, and divides by nothing', async () => {
  const told: ReadProgress[] = [];
  const plan = await planImport(db, BATCH, written([]), (progress) => told.push(progress));
  expect(plan?.preview.new.count).toBe(0);
  expect(told.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
});
