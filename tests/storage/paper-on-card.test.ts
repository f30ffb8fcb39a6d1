import { expect, test } from 'vitest';
import { removePapers, saveCards } from '@/storage/commands';
import { paperOnCard } from '@/storage/paper-on-card';
import { at, card } from './cards';
import { openDatabase } from './open-database';

const SALT = card({ title: 'Salt in the wounds of old bridges', identifiers: { arxiv: '2609.00001' } });

test.each([
  [
    'with its identifier',
    card({ title: 'Another title', identifiers: { arxiv: '2609.00001' } }),
    'arxiv:2609.00001',
  ],
  ['with its title alone', card({ title: 'Salt in the wounds of old bridges' }), 'arxiv:2609.00001'],
  ['of a paper that is not saved', card({ title: 'Bread', identifiers: { arxiv: '2609.00002' } }), undefined],
  ['that names nothing', card({}), undefined],
])('a card %s leads to the paper that it shows', async (_, shown, id) => {
  const db = openDatabase();
  await saveCards(db, [SALT], at(0));
  expect(await paperOnCard(db, shown, at(1))).toBe(id);
});

test('a paper in the trash is not one that a card leads to', async () => {
  const db = openDatabase();
  await saveCards(db, [SALT], at(0));
  await removePapers(db, ['arxiv:2609.00001'], at(1));
  expect(await paperOnCard(db, SALT, at(2))).toBeUndefined();
});
