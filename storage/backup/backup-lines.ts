/** READ: the lines of a backup, and the file that they make. */
import { assembleBackup, type BackupLines } from '@/utils/formats/json/write-backup';
import type { Backup, BackupDatabase } from './backup-database';
import { unpacked } from './pack';

/** The lines of chunks. Throws if one is missing or damaged. */
export async function linesIn(store: BackupDatabase, hashes: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  for (const hash of hashes) {
    const chunk = await store.chunks.get(hash);
    if (!chunk) throw new Error('a chunk of a backup is missing');
    lines.push(...(await unpacked(chunk)));
  }
  return lines;
}

/** A backup as a file that Import reads, with the name of its day. What is damaged is left out. */
export async function backupFile(store: BackupDatabase, number: number): Promise<File | undefined> {
  const backup = await store.backups.get(number);
  if (!backup) return undefined;
  const text = assembleBackup(await readableLines(store, backup), backup.at);
  return new File(text, `offprint-backup-${backup.at.slice(0, 10)}.json`, { type: 'application/json' });
}

async function readableLines(store: BackupDatabase, { chunks }: Backup): Promise<BackupLines> {
  const readable = async (hashes: readonly string[]) => {
    const lines: string[] = [];
    for (const hash of hashes) lines.push(...(await linesIn(store, [hash]).catch(() => [])));
    return lines;
  };
  return {
    papers: await readable(chunks.papers),
    gone: await readable(chunks.gone),
    rows: await readable(chunks.rows),
  };
}
