import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createKeeper } from '@/entrypoints/background/keeper';
import type { BackupDatabase } from '@/storage/backup/backup-database';
import { saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { Failure } from '@/storage/failure';
import { openBackups } from '@/tests/storage/backup/open-backups';
import { at, card } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';

const CARDS = [
  card({ title: 'Lanterns over a quiet harbour' }),
  card({ title: 'Salt and silence in winter' }),
];
const DAY_MS = 24 * 60 * 60 * 1000;

let db: OffprintDatabase;
let store: BackupDatabase;
/** A clock that goes on only while the keeper rests. */
let time: number;
let rested: number[];
const guard = vi.fn(async () => {});

beforeEach(async () => {
  db = openDatabase();
  store = openBackups();
  [time, rested] = [Date.parse(at(0)), []];
  guard.mockReset();
  await saveCards(db, CARDS, at(0));
  onTestFinished(() => db.close());
});

function keeper() {
  return createKeeper(db, guard, store, {
    now: () => time,
    async pause(ms) {
      rested.push(ms);
      time += ms;
    },
  });
}

const verified = async () => (await store.backups.toArray()).filter((one) => one.verified).length;

test('once all is quiet, it makes the day’s backup and proves it; the next day another, if something changed', async () => {
  const { wake } = keeper();
  wake();
  await vi.waitFor(async () => expect(await verified()).toBe(1));
  expect(rested.filter((ms) => ms === 1000).length).toBeGreaterThanOrEqual(20); // it waited for 20 seconds
  time += DAY_MS;
  await saveCards(db, [card({ title: 'Foxes at the edge of town' })], at(1));
  wake();
  await vi.waitFor(async () => expect(await verified()).toBe(2));
});

test('when a person asks for it, it begins at once, also on the same day', async () => {
  const { backUp } = keeper();
  await backUp();
  expect(await store.backups.count()).toBe(1);
  await vi.waitFor(async () => expect(await verified()).toBe(1));
  expect(rested.filter((ms) => ms === 1000)).toEqual([]);
});

test('it goes on with what was being made when the worker was stopped', async () => {
  await store.backups.add({
    ...{
      at: at(0),
      revision: 1,
      records: 0,
      added: 0,
      chunks: { papers: [], gone: [], rows: [] },
      after: '',
    },
  });
  keeper().wake();
  await vi.waitFor(async () => expect(await verified()).toBe(1));
  expect(await store.backups.count()).toBe(1);
});

test('of a library that was lost there is none', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  guard.mockRejectedValue(new Failure('lost'));
  const { backUp, wake } = keeper();
  await expect(backUp()).rejects.toThrow();
  wake();
  await vi.waitFor(() => expect(guard).toHaveBeenCalledTimes(2));
  expect(await store.backups.count()).toBe(0);
});

test('a backup is deleted by its number', async () => {
  const { backUp, deleteBackup } = keeper();
  await backUp();
  await vi.waitFor(async () => expect(await verified()).toBe(1));
  await deleteBackup(1);
  expect([await store.backups.count(), await store.chunks.count()]).toEqual([0, 0]);
});
