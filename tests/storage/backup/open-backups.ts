/** A fresh database of backups for every test, in memory. */
import { onTestFinished } from 'vitest';
import { BackupDatabase } from '@/storage/backup/backup-database';
import { freshName } from '@/tests/storage/open-database';

/** Closed and deleted when the test ends. */
export function openBackups(): BackupDatabase {
  const store = new BackupDatabase(freshName());
  onTestFinished(() => store.delete());
  return store;
}
