/** WRITE: takes damaged chunks out, so that the next backup writes them anew, and tells which backups had them. */
import type { Backup, BackupDatabase } from './backup-database';
import { linesIn } from './backup-lines';

/** Looks through the chunks of one backup. Others that share a damaged one are no longer verified. */
export async function dropDamaged(store: BackupDatabase, backup: Backup): Promise<void> {
  const damaged = new Set<string>();
  for (const hash of allChunks(backup)) await linesIn(store, [hash]).catch(() => damaged.add(hash));
  if (damaged.size === 0) return;
  await store.transaction('rw', store.backups, store.chunks, async () => {
    await store.chunks.bulkDelete([...damaged]);
    await store.backups.toCollection().modify((row: Backup) => {
      const missing = allChunks(row).filter((hash) => damaged.has(hash)).length;
      if (missing === 0) return;
      row.wrong = Math.max(row.wrong ?? 0, missing);
      delete row.verified;
    });
  });
}

/** The hashes of all chunks of a backup. */
export function allChunks({ chunks }: Backup): string[] {
  return [...chunks.papers, ...chunks.gone, ...chunks.rows];
}
