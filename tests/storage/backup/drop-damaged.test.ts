import { describe, expect, test, vi } from 'vitest';
import type { BackupDatabase } from '@/storage/backup/backup-database';
import { backupFile } from '@/storage/backup/backup-lines';
import { saveCards } from '@/storage/commands';
import { at } from '../cards';
import { cards, openScene } from './backed-up';

describe('a damaged chunk', () => {
  async function damage(store: BackupDatabase, change: 'bytes' | 'missing'): Promise<void> {
    const [backup] = await store.backups.toArray();
    const hash = backup?.chunks.papers[1] ?? '';
    if (change === 'missing') await store.chunks.delete(hash);
    else await store.chunks.update(hash, { bytes: new Uint8Array([1, 2, 3]) });
  }

  test.each(['bytes', 'missing'] as const)(
    '(%s) is told, written anew, and the rest can be read',
    async (how) => {
      const { store, fill, make, prove } = openScene();
      vi.spyOn(console, 'warn').mockImplementation(() => {});
      await fill(100);
      await make(at(10));
      await damage(store, how);
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
    const { db, store, fill, make, prove } = openScene();
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    await fill(100);
    await make(at(10));
    await prove(at(11));
    await saveCards(db, cards(800, 803), at(12));
    await make(at(2000));
    await damage(store, 'bytes');
    await prove(at(2001));
    expect((await store.backups.toArray()).map(({ verified }) => verified)).toEqual([undefined, undefined]);
  });
});
