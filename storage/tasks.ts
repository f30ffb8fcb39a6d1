/**
 * WRITE: changes that are too large for one transaction. A task does them part by part under one journal entry, so that a
 * save beside it need not wait, and is stored, so that it goes on after the worker was stopped. Cancelling it takes all of
 * it back. Only the background worker calls these. `now` is a moment (ISO).
 */
import { chunks } from '@/utils/chunks';
import type { FailureCode } from '@/utils/messages';
import type { Edit } from '@/utils/paper/edit';
import { editPart } from './change/edit-part';
import { changesOf, markDone, markUndone, record } from './change/journal';
import type { FileRecords } from './change/matches';
import { movePart } from './change/move-part';
import { revertPart, type Whole, wholeOf } from './change/revert-part';
import { joinSearches } from './change/search-rows';
import { joinCitationKeys } from './citation-keys';
import type { Edited, JournalEntry, OffprintDatabase, Task } from './database';
import { Failure } from './failure';
import { noteGone } from './import/note-gone';
import { saveStaged } from './import/save-staged';
import { type Batch, fileRecords, PART, unstage } from './import/staging';
import { tasksUnderWay } from './library';
import { joinOptions } from './options';
import { joinTagColours } from './tag-notes';

/** Records that one transaction changes at most. A part of a task has fewer, and takes some 100 ms. */
export const AT_ONCE = 500;

/** Begins to import a batch; throws `refused` if it was given up meanwhile. Answers with the entry. */
export async function beginImport(
  db: OffprintDatabase,
  { batch, parts }: Batch,
  now: string,
): Promise<number> {
  return db.transaction('rw', db.journal, db.settings, db.staged, async () => {
    const tasks = await tasksUnderWay(db);
    const known = tasks.some(({ work }) => 'batch' in work && work.batch === batch);
    if (known || (await db.staged.where({ batch }).count()) !== parts) throw new Failure('refused');
    const entry = await db.journal.add({ intention: 'import', at: now, papers: 0, running: true });
    await putTasks(db, [...tasks, { entry, work: { batch }, done: 0, parts, kept: 0 }]);
    return entry;
  });
}

/** Begins to edit papers in parts; `what` is what the history tells. Answers with the entry. */
export async function beginEdit(
  db: OffprintDatabase,
  ids: readonly string[],
  edits: Edit[],
  what: Edited[],
  now: string,
): Promise<number> {
  return beginParts(db, ids, { edits }, { intention: 'edit', at: now, what });
}

/** Begins to move papers to the trash, or back from there, in parts. Answers with the entry. */
export async function beginMove(
  db: OffprintDatabase,
  ids: readonly string[],
  move: 'remove' | 'restore',
  now: string,
): Promise<number> {
  return beginParts(db, ids, { move }, { intention: move, at: now });
}

async function beginParts(
  db: OffprintDatabase,
  ids: readonly string[],
  work: Task['work'],
  deed: Pick<JournalEntry, 'intention' | 'at' | 'what'>,
): Promise<number> {
  return db.transaction('rw', db.journal, db.settings, async () => {
    const tasks = await tasksUnderWay(db);
    const entry = await db.journal.add({ ...deed, papers: 0, running: true });
    const parts = chunks(ids, PART);
    await db.settings.bulkPut(parts.map((value, part) => ({ name: partOfEdit(entry, part), value })));
    await putTasks(db, [...tasks, { entry, work, done: 0, parts: parts.length, kept: 0 }]);
    return entry;
  });
}

function partOfEdit(entry: number, part: number): `edit:${number}:${number}` {
  return `edit:${entry}:${part}`;
}

/** Begins to undo an entry; throws `refused` if it is undone already. Answers with the entry of the undo. */
export async function beginUndo(db: OffprintDatabase, of: number, now: string): Promise<number> {
  return db.transaction('rw', db.journal, db.changes, db.settings, async () => {
    const undone = await db.journal.get(of);
    if (!undone || undone.undoneBy || undone.running) throw new Failure('refused');
    return queueUndo(db, of, now);
  });
}

/** Stops a task and takes back what it did, by another task. Answers with the entry of that, if there is anything to do. */
export async function cancelTask(db: OffprintDatabase, entry: number, now: string): Promise<number> {
  return db.transaction('rw', db.journal, db.changes, db.settings, db.staged, async () => {
    const tasks = await tasksUnderWay(db);
    const task = tasks.find((one) => one.entry === entry);
    if (!task) throw new Failure('refused'); // it is done by now
    await putTasks(
      db,
      tasks.filter((one) => one !== task),
    );
    if ('batch' in task.work) await unstage(db, task.work.batch);
    if (hasIds(task)) await dropIds(db, task);
    if (await endEntry(db, entry)) return queueUndo(db, entry, now);
    if ('of' in task.work) await markDone(db, task.work.of); // the undo did nothing
    return entry;
  });
}

/** Notes what stopped the first task. */
export async function pauseTask(db: OffprintDatabase, failed: FailureCode): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const [first, ...others] = await tasksUnderWay(db);
    if (first) await putTasks(db, [{ ...first, failed }, ...others]);
  });
}

/** Lets stopped tasks be tried again. */
export async function resumeTasks(db: OffprintDatabase): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const tasks = await tasksUnderWay(db);
    if (tasks.some(({ failed }) => failed))
      await putTasks(
        db,
        tasks.map(({ failed: _, ...task }) => task),
      );
  });
}

/**
 * Returns a function that does the next part of the first task. It resolves to false if there is none, or if that one was
 * stopped by a failure.
 */
export function createTaskSteps(db: OffprintDatabase): (now: string) => Promise<boolean> {
  /** What every part of a task needs to know of the whole. Reading it again for each would take longer than the part. */
  let known: { entry: number; file: FileRecords; undone: Whole } | undefined;

  async function knownOf({ entry, work }: Task) {
    if (known?.entry === entry) return known;
    const file: FileRecords = 'batch' in work ? await fileRecords(db, work.batch) : new Map();
    const undone = wholeOf('of' in work ? await changesOf(db, work.of) : []);
    known = { entry, file, undone };
    return known;
  }

  return async (now) => {
    const [task] = await tasksUnderWay(db);
    if (!task || task.failed) return false;
    if (task.done >= task.parts) {
      await finish(db, task);
      return true;
    }
    const { entry, work, done } = task;
    const { file, undone: whole } = await knownOf(task);
    const intention = intentionOf(work);
    await record(db, { intention, into: entry }, now, async (write, stamp) => {
      const [current, ...others] = await tasksUnderWay(db);
      if (current?.entry !== entry || current.done !== done) return; // cancelled meanwhile
      let kept = 0;
      if ('batch' in work) {
        const row = await db.staged.get([work.batch, done]);
        if (row) await saveStaged(db, row, file, write, stamp, now);
        if (row?.rows) await write(await joinSearches(db, row.rows));
      } else if ('of' in work) {
        const undone = await db.journal.get(work.of);
        const row = await db.changes.get([work.of, task.parts - 1 - done]);
        if (undone && row)
          kept = await revertPart(db, { entry: undone, changes: row.changes, whole }, write, now);
      } else {
        const ids = (await db.settings.get(partOfEdit(entry, done)))?.value as string[] | undefined;
        if (ids && 'edits' in work) await editPart(db, { ids, edits: work.edits, revive: false }, write, now);
        if (ids && 'move' in work) await movePart(db, { ids, move: work.move }, write, now);
      }
      await putTasks(db, [{ ...current, done: done + 1, kept: current.kept + kept }, ...others]);
    });
    return true;
  };
}

async function finish(db: OffprintDatabase, task: Task): Promise<void> {
  const { entry, work, kept } = task;
  const records = [db.papers, db.trash, db.tombstones, db.citationKeys];
  const tables = [...records, db.journal, db.changes, db.settings, db.staged];
  await db.transaction('rw', tables, async () => {
    const [first, ...others] = await tasksUnderWay(db);
    if (first?.entry !== entry) return; // cancelled meanwhile
    await putTasks(db, others);
    if ('batch' in work) {
      const { gone = [], rows = [] } = (await db.staged.get([work.batch, 0])) ?? {};
      await noteGone(db, gone); // last: no record of this file is gone
      await joinTagColours(db, rows);
      await joinOptions(db, rows);
      await joinCitationKeys(db, rows);
      await unstage(db, work.batch);
      await endEntry(db, entry);
    } else if (hasIds(task)) {
      await dropIds(db, task);
      await endEntry(db, entry);
    } else {
      await db.journal.where({ entry }).modify(stopRunning);
      if (kept > 0 && 'of' in work) await db.journal.update(work.of, { kept });
    }
  });
}

function intentionOf(work: Task['work']): 'import' | 'edit' | 'undo' | 'remove' | 'restore' {
  if ('move' in work) return work.move;
  return 'batch' in work ? 'import' : 'edits' in work ? 'edit' : 'undo';
}

/** Whether the ids of a task's papers are stored for it. */
function hasIds({ work }: Task): boolean {
  return 'edits' in work || 'move' in work;
}

async function dropIds(db: OffprintDatabase, { entry, parts }: Task): Promise<void> {
  await db.settings.bulkDelete(Array.from({ length: parts }, (_, part) => partOfEdit(entry, part)));
}

/** The entry is complete, or leaves the history if it changed nothing. */
async function endEntry(db: OffprintDatabase, entry: number): Promise<boolean> {
  const changed = (await db.changes.where({ entry }).count()) > 0;
  if (changed) await db.journal.where({ entry }).modify(stopRunning);
  else await db.journal.delete(entry);
  return changed;
}

function stopRunning(entry: JournalEntry): void {
  delete entry.running;
}

/** The entry counts as undone from here on. */
async function queueUndo(db: OffprintDatabase, of: number, now: string): Promise<number> {
  const parts = await db.changes.where({ entry: of }).count();
  const entry = await db.journal.add({ intention: 'undo', of, at: now, papers: 0, running: true });
  await markUndone(db, of, entry);
  const tasks = await tasksUnderWay(db);
  await putTasks(db, [...tasks, { entry, work: { of }, done: 0, parts, kept: 0 }]);
  return entry;
}

async function putTasks(db: OffprintDatabase, tasks: readonly Task[]): Promise<void> {
  if (tasks.length > 0) await db.settings.put({ name: 'tasks', value: tasks });
  else await db.settings.delete('tasks');
}
