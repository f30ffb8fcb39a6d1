import { expect, test, vi } from 'vitest';
import { createVotes } from '@/components/desk/votes';
import { saveCards } from '@/storage/commands';
import { at, card, TUESDAY } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';

async function start() {
  const db = openDatabase();
  const salt = { title: 'Salt', identifiers: { arxiv: '2609.00001' } };
  await saveCards(db, [card({ ...salt, upvotes: 12 })], at(0));
  await saveCards(db, [card({ ...salt, listing: TUESDAY, upvotes: 87 })], at(1));
  await saveCards(db, [card({ title: 'Bread', identifiers: { arxiv: '2609.00002' } })], at(2));
  return { db, votes: createVotes(db) };
}

test('the most votes that a paper was seen with are read after it was drawn', async () => {
  const { votes } = await start();
  expect(votes.of('arxiv:2609.00001')).toBeUndefined();
  await vi.waitFor(() => expect(votes.of('arxiv:2609.00001')).toBe(87));
  expect(votes.of('arxiv:2609.00002')).toBeUndefined();
});

test('those of papers that will be drawn are there as soon as they are', async () => {
  const { votes } = await start();
  await votes.load(['arxiv:2609.00001', 'arxiv:2609.00002']);
  expect(votes.of('arxiv:2609.00001')).toBe(87);
});

test('a refresh reads what was seen meanwhile', async () => {
  const { db, votes } = await start();
  await votes.load(['arxiv:2609.00001']);
  await db.sightings.toCollection().modify({ upvotes: 100 });
  votes.refresh();
  votes.of('arxiv:2609.00001');
  await vi.waitFor(() => expect(votes.of('arxiv:2609.00001')).toBe(100));
});
