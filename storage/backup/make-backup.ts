/** WRITE: makes a backup, some records at a time. It goes on where it was when the worker was stopped. */
import type { OffprintDatabase } from '@/storage/database';
import { beside, recordsAfter } from '@/storage/everything';
import { goneLines, recordLine, rowLines } from '@/utils/formats/json/write-backup';
import type { Backup, BackupChunk, BackupDatabase } from './backup-database';
import { chunked, MOST } from './chunking';
import { packed } from './pack';

/** Records read at once; more than a chunk holds, so that each step ends one. */
const AT_ONCE = 4 * MOST;

/** Begins a backup, unless one is being made. `now` is a moment (ISO). */
export async function beginBackup(db: OffprintDatabase, store: BackupDatabase, now: string): Promise<void> {
  const revision = ((await db.settings.get('revision'))?.value as number | undefined) ?? 0;
  await store.transaction('rw', store.backups, async () => {
    if (await backupBeingMade(store)) return;
    const chunks = { papers: [], gone: [], rows: [] };
    await store.backups.add({ at: now, revision, records: 0, added: 0, chunks, after: '' });
  });
}

/** The backup that is being made; undefined if there is none. */
export async function backupBeingMade(store: BackupDatabase): Promise<Backup | undefined> {
  return store.backups.filter(({ after }) => after !== undefined).first();
}

/** Does the next part of the backup that is being made. Answers false if there is none. */
export async function backupStep(db: OffprintDatabase, store: BackupDatabase): Promise<boolean> {
  const backup = await backupBeingMade(store);
  if (!backup) return false;
  const records = await recordsAfter(db, backup.after ?? '', AT_ONCE);
  const atEnd = records.length < AT_ONCE;
  const lines = records.map((record) => ({ name: record.paper.id, line: recordLine(record) }));
  const whole = atEnd ? chunked(lines) : chunked(lines).slice(0, -1); // the last one may go on
  const papers = await packEach(whole.map((chunk) => chunk.map(({ line }) => line)));
  const { after: _, ...made } = backup;
  const next: Backup = {
    ...made,
    records: backup.records + whole.flat().length,
    chunks: { ...backup.chunks, papers: [...backup.chunks.papers, ...papers.map(({ hash }) => hash)] },
  };
  if (!atEnd) {
    await keep(store, { ...next, after: whole.at(-1)?.at(-1)?.name ?? '' }, papers);
    return true;
  }
  const { gone, rows } = await beside(db);
  const [goneChunks, rowChunks] = [
    await packEach(inLines(goneLines(gone))),
    await packEach(inLines(rowLines(rows))),
  ];
  const hashes = (chunks: readonly BackupChunk[]) => chunks.map(({ hash }) => hash);
  const chunks = { ...next.chunks, gone: hashes(goneChunks), rows: hashes(rowChunks) };
  const proof = { stage: 'staging' as const, done: 0 };
  await keep(store, { ...next, chunks, proof }, [...papers, ...goneChunks, ...rowChunks]);
  return true;
}

/** Chunks of lines that name themselves. */
function inLines(lines: readonly string[]): string[][] {
  return chunked(lines.map((line) => ({ name: line, line }))).map((chunk) => chunk.map(({ line }) => line));
}

async function packEach(chunks: readonly string[][]): Promise<BackupChunk[]> {
  const all: BackupChunk[] = [];
  for (const lines of chunks) all.push(await packed(lines));
  return all;
}

/** Writes a backup and those of its chunks that no backup has yet. */
async function keep(store: BackupDatabase, backup: Backup, chunks: readonly BackupChunk[]): Promise<void> {
  await store.transaction('rw', store.backups, store.chunks, async () => {
    const known = await store.chunks.bulkGet(chunks.map(({ hash }) => hash));
    const added = chunks.filter((_, index) => !known[index]);
    await store.chunks.bulkPut(added);
    const bytes = added.reduce((sum, chunk) => sum + chunk.bytes.length, 0);
    await store.backups.put({ ...backup, added: backup.added + bytes });
  });
}
