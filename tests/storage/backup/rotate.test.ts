import { describe, expect, test } from 'vitest';
import type { Backup } from '@/storage/backup/backup-database';
import { keptOf, rotate } from '@/storage/backup/rotate';
import { openBackups } from './open-backups';

const DAY_MS = 24 * 60 * 60 * 1000;
const dayAt = (day: number) => new Date(Date.parse('2025-01-01T06:00:00Z') + day * DAY_MS).toISOString();
const onDays = (days: readonly number[]) =>
  days.map((day, index) => ({ number: index + 1, at: dayAt(day), revision: index }));
const keptDays = (days: readonly number[], more: object = {}) => {
  const backups = onDays(days).map((one) => ({ ...one, ...more }));
  const kept = keptOf(backups);
  return backups.filter(({ number }) => kept.has(number)).map(({ at }) => at.slice(0, 10));
};

describe('what is kept', () => {
  test('of a year of days: seven days, four weeks, twelve months', () => {
    const kept = keptDays(Array.from({ length: 365 }, (_, day) => day));
    expect(kept.slice(-7)).toEqual(['25', '26', '27', '28', '29', '30', '31'].map((day) => `2025-12-${day}`));
    // Sundays end weeks, last days end months.
    expect(kept.slice(0, -7)).toEqual([
      ...['2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30', '2025-05-31', '2025-06-30'],
      ...['2025-07-31', '2025-08-31', '2025-09-30', '2025-10-31', '2025-11-30', '2025-12-14', '2025-12-21'],
    ]);
  });

  test('of several on one day: the last', () => {
    expect([...keptOf(onDays([3, 3]))]).toEqual([2]);
  });

  test('the newest that was verified, although a later one of its day was not', () => {
    const backups = [1, 2, 3].map((number) => ({
      ...{ number, at: dayAt(3), revision: number },
      ...(number < 3 && { verified: dayAt(3) }),
    }));
    expect([...keptOf(backups)].sort()).toEqual([2, 3]);
  });

  test('what a library that was lost knew, however many backups of a new one came since', () => {
    const days = Array.from({ length: 500 }, (_, day) => day);
    const verified = dayAt(0);
    const backups = onDays(days).map((one) => ({
      ...{ ...one, revision: one.number < 9 ? 9000 + one.number : one.number, verified },
    }));
    expect([...keptOf(backups)]).toContain(8);
    expect(keptOf(backups).size).toBeLessThanOrEqual(7 + 4 + 12 + 1);
  });

  test('the newest by number, though the clock was set back', () => {
    expect(keptDays([400, 401, 402, 10])).toContain(dayAt(10).slice(0, 10));
  });
});

test('chunks go with the last backup that has them', async () => {
  const store = openBackups();
  const chunk = (hash: string) => ({ hash, bytes: new Uint8Array(1) });
  await store.chunks.bulkPut(['a', 'b', 'c'].map(chunk));
  const backup = (papers: string[], day: number): Omit<Backup, 'number'> => ({
    ...{ at: dayAt(day), revision: 1, records: 1, added: 1, chunks: { papers, gone: [], rows: [] } },
  });
  await store.backups.bulkAdd([backup(['a', 'b'], 3), backup(['b'], 3), backup(['c'], 4)]);
  await rotate(store);
  expect(await store.backups.toCollection().primaryKeys()).toEqual([2, 3]);
  expect(await store.chunks.toCollection().primaryKeys()).toEqual(['b', 'c']);
  await rotate(store, [3]);
  expect(await store.chunks.toCollection().primaryKeys()).toEqual(['b']);
});
