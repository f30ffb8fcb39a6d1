/**
 * WRITE: proves a backup. It is restored to a library of its own, as a person would restore it, and what that library then
 * backs up is compared with it, line by line. In steps, which go on after the worker was stopped.
 */
import { OffprintDatabase } from '@/storage/database';
import { beside, recordsAfter } from '@/storage/everything';
import { PART } from '@/storage/import/staging';
import { beginImport, createTaskSteps } from '@/storage/tasks';
import { readJson } from '@/utils/formats/json/read-json';
import { assembleBackup, goneLines, recordLine, rowLines } from '@/utils/formats/json/write-backup';
import type { Backup, BackupDatabase, Proof } from './backup-database';
import { linesIn } from './backup-lines';
import { USUAL } from './chunking';
import { dropDamaged } from './drop-damaged';

/** The name of the library in which backups are proven. */
export const PROOF = 'offprint-proof';
/** The one batch that is staged there. */
const BATCH = 'proof';
/** So many chunks are staged, and compared, at once: usually some hundred records. */
const AT_ONCE = Math.ceil(PART / USUAL);

/** What a step answers: where to go on, or that the backup is proven, or how many of its lines came back otherwise. */
type Next = Proof | 'proven' | number;

/** The library that a proof restores to, with the steps of the restoring. */
interface Scratch {
  db: OffprintDatabase;
  restore: (now: string) => Promise<boolean>;
}

/** The backup that is to be proven next: the newest that is made. */
export async function backupToProve(store: BackupDatabase): Promise<Backup | undefined> {
  const backups = store.backups.orderBy('number').reverse();
  return backups.filter(({ proof }) => proof !== undefined).first();
}

/**
 * Returns a function that does the next part of a proof, and answers false if nothing is to be proven. A backup that does not
 * come back as it was is told as such, and proven no further. `now` is a moment (ISO).
 */
export function createProofSteps(
  store: BackupDatabase,
  scratchName = PROOF,
): (now: string) => Promise<boolean> {
  let scratch: Scratch | undefined;

  function opened(): Scratch {
    if (scratch) return scratch;
    const db = new OffprintDatabase(scratchName);
    scratch = { db, restore: createTaskSteps(db) };
    return scratch;
  }

  async function step(backup: Backup, proof: Proof, now: string): Promise<Next> {
    if (proof.stage === 'staging' && proof.done === 0) {
      await opened().db.delete(); // what an earlier proof left
      scratch = undefined;
    }
    if (proof.stage === 'staging') return stage(store, opened(), backup, proof.done);
    if (proof.stage === 'restoring') return restore(opened(), proof.done, now);
    return compare(store, opened(), backup, proof);
  }

  return async (now) => {
    const backup = await backupToProve(store);
    if (!backup?.proof) return false;
    const next = await step(backup, backup.proof, now).catch((error) => {
      console.warn('[offprint]', error);
      return 1;
    });
    if (typeof next === 'object') {
      await store.backups.update(backup.number, { proof: next });
      return true;
    }
    const { proof: _, ...made } = backup;
    await store.backups.put(next === 'proven' ? { ...made, verified: now } : { ...made, wrong: next });
    if (next !== 'proven') await dropDamaged(store, backup);
    await opened().db.delete();
    scratch = undefined;
    return true;
  };
}

/** Reads some chunks as Import reads a file, and stages their records. */
async function stage(
  store: BackupDatabase,
  { db }: Scratch,
  { chunks }: Backup,
  done: number,
): Promise<Next> {
  const first = done === 0;
  const lines = {
    papers: await linesIn(store, chunks.papers.slice(done, done + AT_ONCE)),
    gone: first ? await linesIn(store, chunks.gone) : [],
    rows: first ? await linesIn(store, chunks.rows) : [],
  };
  const read = readJson(assembleBackup(lines, '').join(''));
  const { copies: records = [], gone = [], rows = [], refused = [] } = read ?? {};
  if (!read || read.problem || refused.length > 0) return Math.max(1, refused.length);
  const part = done / AT_ONCE;
  await db.staged.put({ batch: BATCH, part, records, source: 'backup', ...(first && { gone, rows }) });
  const next = done + AT_ONCE;
  return next < chunks.papers.length ? { stage: 'staging', done: next } : { stage: 'restoring', done: 0 };
}

async function restore({ db, restore: step }: Scratch, done: number, now: string): Promise<Next> {
  if (done === 0) await beginImport(db, { batch: BATCH, parts: await db.staged.count() }, now);
  else if (!(await step(now))) return { stage: 'comparing', done: 0 };
  return { stage: 'restoring', done: done + 1 };
}

/** Compares the lines of some chunks with what the restored library says, and at the end what is beside records. */
async function compare(
  store: BackupDatabase,
  { db }: Scratch,
  { chunks, records }: Backup,
  { done, after = '' }: Proof,
): Promise<Next> {
  const some = chunks.papers.slice(done, done + AT_ONCE);
  if (some.length === 0) {
    const lines = [...(await linesIn(store, chunks.gone)), ...(await linesIn(store, chunks.rows))];
    const { gone, rows } = await beside(db);
    const restored = (await db.papers.count()) + (await db.trash.count());
    const wrong = differing(lines, [...goneLines(gone), ...rowLines(rows)]) + Math.abs(restored - records);
    return wrong || 'proven';
  }
  const lines = await linesIn(store, some);
  const found = await recordsAfter(db, after, lines.length);
  const wrong = differing(lines, found.map(recordLine));
  const last = found.at(-1)?.paper.id ?? '';
  return wrong || { stage: 'comparing', done: done + AT_ONCE, after: last };
}

function differing(lines: readonly string[], found: readonly string[]): number {
  const wrong = lines.filter((line, index) => line !== found[index]).length;
  return wrong + Math.max(0, found.length - lines.length);
}
