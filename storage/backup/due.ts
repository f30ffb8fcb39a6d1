/** Whether a library is due for a backup. */
import type { OffprintDatabase } from '@/storage/database';
import type { Backup, BackupDatabase } from './backup-database';

/** A backup a day, when something changed. A day before the last one counts too: a clock may have been set back. Pure. */
export function isDue(last: Backup | undefined, revision: number, now: string): boolean {
  if (!last) return revision > 0;
  const changed = last.revision !== revision || last.wrong !== undefined;
  return changed && last.at.slice(0, 10) !== now.slice(0, 10);
}

/** Whether the library is due for one at `now` (ISO). */
export async function backupIsDue(
  db: OffprintDatabase,
  store: BackupDatabase,
  now: string,
): Promise<boolean> {
  const revision = (await db.settings.get('revision'))?.value as number | undefined;
  return isDue(await store.backups.orderBy('number').last(), revision ?? 0, now);
}
