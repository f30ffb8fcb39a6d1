import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BackupDatabase } from '@/storage/backup/backup-database';
import { backupFile } from '@/storage/backup/backup-lines';
import { backupStep, beginBackup } from '@/storage/backup/make-backup';
import { createProofSteps } from '@/storage/backup/prove-backup';
import { removePapers, saveCards } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { backUpLibrary } from '@/storage/export/back-up';
import { emptyTrash } from '@/storage/forget';
import { setTagColour } from '@/storage/tag-notes';
import { at, card } from '../cards';
import { freshName, openDatabase } from '../open-database';
import { openBackups } from './open-backups';

let db: OffprintDatabase;
let store: BackupDatabase;
let scratch: string;

beforeEach(() => {
  db = openDatabase();
  store = openBackups();
  scratch = freshName();
});
afterEach(() => void vi.restoreAllMocks());

const cards = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) =>
    card({
      identifiers: { arxiv: `2609.${String(from + index).padStart(5, '0')}` },
      title: `Lanterns over a quiet harbour, part ${from + index}`,
      authors: ['Ada Byron'],
    }),
  );

/** A library with something of everything. */
async function fill(count: number): Promise<void> {
  for (let from = 0; from < count; from += 100)
    await saveCards(db, cards(from, Math.min(count, from + 100)), at(from));
  await saveCards(db, [card({ title: 'Only a title' }), card({ title: 'To the trash' })], at(1));
  const ids = await db.papers.where('id').startsWith('title:').primaryKeys();
  const unnamed = await db.papers.filter(({ title }) => title === 'To the trash').primaryKeys();
  await removePapers(db, [unnamed[0] ?? ids[0] ?? ''], at(2));
  await saveCards(db, cards(900_00, 900_01), at(3));
  await removePapers(db, ['arxiv:2609.90000'], at(4));
  await setTagColour(db, 'harbour', 3, at(5));
}

async function make(day: string): Promise<void> {
  await beginBackup(db, store, day);
  while (await backupStep(db, store));
}

async function prove(now: string): Promise<void> {
  const step = createProofSteps(store, scratch);
  while (await step(now));
}

const withoutMoment = (text: string) => text.replace(/"exportedAt":"[^"]*"/, '');

test('a backup has all that the library keeps, is proven, and makes the file that a backup is', async () => {
  await fill(300);
  await make(at(10));
  await prove(at(20));
  const [backup] = await store.backups.toArray();
  expect(backup).toMatchObject({ records: 303, verified: at(20) });
  expect(backup?.proof).toBeUndefined();
  const file = await backupFile(store, backup?.number ?? 0);
  const whole = await backUpLibrary(db, at(10));
  expect(withoutMoment((await file?.text()) ?? '')).toBe(withoutMoment(await whole.text()));
});

test('an empty library, and one of which all is gone', async () => {
  await make(at(10));
  await prove(at(11));
  await saveCards(db, cards(0, 3), at(12));
  await removePapers(db, await db.papers.toCollection().primaryKeys(), at(13));
  await emptyTrash(db, at(14));
  await make(at(20));
  await prove(at(21));
  expect((await store.backups.toArray()).map(({ records, verified }) => [records, verified])).toEqual([
    [0, at(11)],
    [0, at(21)],
  ]);
});

test('stopped after every step, it goes on where it was', async () => {
  await fill(300);
  await beginBackup(db, store, at(10));
  await beginBackup(db, store, at(11)); // one at a time
  while (await backupStep(db, store));
  while (await createProofSteps(store, scratch)(at(20)));
  expect(await store.backups.toArray()).toMatchObject([{ at: at(10), records: 303, verified: at(20) }]);
});

test('a library that changes while it is made is proven, too', async () => {
  await fill(300);
  await beginBackup(db, store, at(10));
  await backupStep(db, store);
  await removePapers(db, ['arxiv:2609.00001', 'arxiv:2609.00290'], at(11));
  await saveCards(db, cards(700, 705), at(12));
  while (await backupStep(db, store));
  await prove(at(20));
  expect(await store.backups.toArray()).toMatchObject([{ records: 308, verified: at(20) }]);
});

test('the next day shares what did not change', async () => {
  await fill(300);
  await make(at(10));
  await saveCards(db, cards(800, 803), at(11));
  await make(at(2000));
  const [first, second] = await store.backups.toArray();
  expect(second?.added).toBeLessThan((first?.added ?? 0) / 5);
  expect(second?.records).toBe(306);
});

describe('a damaged chunk', () => {
  async function damage(change: 'bytes' | 'missing'): Promise<void> {
    const [backup] = await store.backups.toArray();
    const hash = backup?.chunks.papers[1] ?? '';
    if (change === 'missing') await store.chunks.delete(hash);
    else await store.chunks.update(hash, { bytes: new Uint8Array([1, 2, 3]) });
  }

  test.each(['bytes', 'missing'] as const)(
    '(%s) is told, written anew, and the rest can be read',
    async (how) => {
      vi.spyOn(console, 'warn').mockImplementation(() => {});
      await fill(100);
      await make(at(10));
      await damage(how);
      await prove(at(20));
      const [backup] = await store.backups.toArray();
      expect(backup?.wrong).toBeGreaterThan(0);
      expect(backup?.verified).toBeUndefined();
      const file = await backupFile(store, backup?.number ?? 0);
      const lines = (await file?.text())?.split('\n').filter((line) => line.startsWith('{"id"')) ?? [];
      expect(lines.length).toBeGreaterThan(40);
      expect(lines.length).toBeLessThan(103);

      await make(at(3000));
      await prove(at(3001));
      expect((await store.backups.toArray()).at(-1)).toMatchObject({ verified: at(3001), records: 103 });
    },
  );

  test('takes its word from others that were verified', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    await fill(100);
    await make(at(10));
    await prove(at(11));
    await saveCards(db, cards(800, 803), at(12));
    await make(at(2000));
    await damage('bytes');
    await prove(at(2001));
    expect((await store.backups.toArray()).map(({ verified }) => verified)).toEqual([undefined, undefined]);
  });
});

test('a restored library that is not the same is told', async () => {
  await fill(100);
  await make(at(10));
  const step = createProofSteps(store, scratch);
  for (;;) {
    await step(at(20));
    const [backup] = await store.backups.toArray();
    if (backup?.proof?.stage !== 'comparing') continue;
    const { OffprintDatabase } = await import('@/storage/database');
    const other = new OffprintDatabase(scratch);
    await other.papers.toCollection().modify({ title: 'Not this' });
    other.close();
    break;
  }
  while (await step(at(20)));
  const [backup] = await store.backups.toArray();
  expect(backup?.wrong).toBeGreaterThan(0);
  expect(backup?.verified).toBeUndefined();
});
