import { expect, test, vi } from 'vitest';
import { readNewest } from '@/components/hooks/newest';
import { saveCards } from '@/storage/commands';
import { at, card } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';

test('the newest papers are read without anything being drawn, and again after each change', async () => {
  const db = openDatabase();
  await saveCards(db, [card({ identifiers: { arxiv: '2609.00001' } })], at(0));
  const reading = readNewest(db);
  const ids = () => {
    const live = reading.now();
    return live.state === 'ready' ? [live.value.total, ...live.value.papers.map(({ id }) => id)] : [];
  };
  await vi.waitFor(() => expect(ids()).toEqual([1, 'arxiv:2609.00001']));
  await saveCards(db, [card({ identifiers: { arxiv: '2609.00002' } })], at(1));
  await vi.waitFor(() => expect(ids()).toEqual([2, 'arxiv:2609.00002', 'arxiv:2609.00001']));
});
