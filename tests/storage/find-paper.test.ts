import { beforeEach, expect, test } from 'vitest';
import { removePapers, saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { findByIdentifier } from '@/storage/find-paper';
import { at, card } from './cards';
import { openDatabase } from './open-database';

let db: OffprintDatabase;

beforeEach(async () => {
  db = openDatabase();
  const identifiers = { arxiv: '2609.00001', doi: '10.1234/a' };
  await saveCards(db, [card({ title: 'Lanterns', identifiers })], at(0));
});

test.each([
  '2609.00001',
  ' arXiv:2609.00001v3 ',
  'https://arxiv.org/pdf/2609.00001',
  '10.1234/A',
  'doi: 10.1234/a',
  'https://doi.org/10.1234/a.',
  'https://doi.org/10.48550/arXiv.2609.00001',
])('finds a paper by “%s”', async (typed) => {
  expect(await findByIdentifier(db, typed)).toMatchObject({ paper: { title: 'Lanterns' }, trashed: false });
});

test.each(['', 'Lanterns', '2609.00002', '10.1234/b'])('finds none by “%s”', async (typed) => {
  expect(await findByIdentifier(db, typed)).toBeUndefined();
});

test('finds it in the trash', async () => {
  await removePapers(db, ['arxiv:2609.00001'], at(1));
  expect(await findByIdentifier(db, '10.1234/a')).toMatchObject({ trashed: true });
});
