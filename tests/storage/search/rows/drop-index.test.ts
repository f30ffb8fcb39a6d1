import { expect, test, vi } from 'vitest';
import { papersIndex } from '@/storage/search/families/papers-index';
import { dropIndex, tellOfDamage } from '@/storage/search/rows/drop-index';
import { openDatabase } from '@/tests/storage/open-database';

test('damage is told once, and only forgotten when it was told', async () => {
  const db = openDatabase();
  const write = vi.spyOn(db, 'transaction');
  const tell = vi.fn();
  await tellOfDamage(papersIndex(db), tell);
  expect(tell).not.toHaveBeenCalled();
  expect(write.mock.calls.filter(([mode]) => mode === 'rw')).toEqual([]);
  await dropIndex(papersIndex(db), 'damaged');
  const failing = () => {
    throw new Error('the page is gone');
  };
  await expect(tellOfDamage(papersIndex(db), failing)).rejects.toThrow('the page is gone');
  await Promise.all([tellOfDamage(papersIndex(db), tell), tellOfDamage(papersIndex(db), tell)]);
  expect(tell).toHaveBeenCalledTimes(1);
});
