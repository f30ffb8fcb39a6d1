/** Changes that are too large for one transaction. */

import { beforeEach, describe, expect, test } from 'vitest';
import { keysOfPapers } from '@/storage/citation-keys';
import { importStaged, redo, removePapers, restorePapers, saveCards, undo } from '@/storage/commands';
import type { OffprintDatabase } from '@/storage/database';
import { forgetPapers } from '@/storage/forget';
import { PART, stage } from '@/storage/import/staging';
import { tasksUnderWay } from '@/storage/library';
import { tagColours } from '@/storage/tag-notes';
import { AT_ONCE, cancelTask, createTaskSteps, pauseTask, resumeTasks } from '@/storage/tasks';
import { exportedText } from '@/tests/storage/export/exported-text';
import { type ExportedPaper, Paper } from '@/utils/paper/schema';
import { nextStamp } from '@/utils/paper/stamp';
import { at, card, TUESDAY } from './cards';
import { allStaged, BATCH, everything, openDatabase, runTasks, stageFile } from './open-database';
import { filePaper } from './papers';

let db: OffprintDatabase;
beforeEach(() => {
  db = openDatabase();
});

const PARTS = AT_ONCE / PART + 2;
const KNOWN = card({ identifiers: { openreview: 'r3' }, title: 'Known before', listing: TUESDAY });

/** Papers that share nothing; two of them stand in the file twice, in parts far from each other. */
const MANY: ExportedPaper[] = Array.from({ length: PARTS * PART - 7 }, (_, index) =>
  filePaper({
    id: `openreview:r${index}`,
    title: `Lanterns and salt, number ${index} of a long row`,
    identifiers: { openreview: `r${index}` },
    tags: ['lamps'],
  }),
);
const FILE = [...MANY, { ...MANY[0], tags: ['again'] }, { ...MANY[3], note: 'Twice.' }] as ExportedPaper[];

async function begin(now = at(10)): Promise<number> {
  await stageFile(db, FILE);
  const entry = await importStaged(db, await allStaged(db), now);
  if (entry === undefined) throw new Error('nothing was begun');
  return entry;
}

/** Each part by a worker of its own, as if it had been stopped after every one. */
async function parts(count: number, now = at(11)): Promise<void> {
  for (let part = 0; part < count; part++) expect(await createTaskSteps(db)(now)).toBe(true);
}

async function exported(from = db): Promise<string> {
  return exportedText(from, at(0));
}

async function lastEntry(): Promise<number> {
  return Number((await db.journal.toCollection().last())?.entry);
}

describe('a large import', () => {
  test('comes part by part, and is one entry', async () => {
    const entry = await begin();
    expect(await db.papers.count()).toBe(0);
    expect(await tasksUnderWay(db)).toEqual([
      { entry, work: { batch: BATCH }, done: 0, parts: PARTS, kept: 0 },
    ]);
    await parts(1);
    expect(await db.papers.count()).toBe(PART);
    expect(await db.journal.get(entry)).toMatchObject({ papers: PART, running: true });
    await runTasks(db, at(12));
    expect(await db.papers.count()).toBe(MANY.length);
    expect(await tasksUnderWay(db)).toEqual([]);
    expect(await db.staged.count()).toBe(0);
    const [only, ...others] = await db.journal.toArray();
    expect(others).toEqual([]);
    expect(only).not.toHaveProperty('running');
    expect(await db.papers.get('openreview:r0')).toMatchObject({ tags: ['lamps', 'again'] });
    for (const row of await db.papers.toArray()) Paper.parse(row);
  });

  test('brings the colours of tags at its end', async () => {
    await stageFile(db, FILE);
    const stamp = nextStamp(undefined, 7, 'session002');
    await db.staged.update([BATCH, 0], { rows: [{ kind: 'tag colour', tag: 'lamps', colour: 5, stamp }] });
    await importStaged(db, await allStaged(db), at(10));
    await runTasks(db, at(12));
    expect(await tagColours(db)).toEqual({ lamps: { colour: 5, stamp } });
  });

  test('brings the citation keys of a backup at its end, and those of a bibliography with its papers', async () => {
    await stageFile(db, FILE);
    const stamp = nextStamp(undefined, 7, 'session002');
    const [first] = await db.staged.toArray();
    const records = (first?.records ?? []).map((record, index) =>
      index === 0 ? { ...record, citationKey: 'key0' } : record,
    );
    const rows = [{ kind: 'citation key' as const, paper: 'openreview:r2', key: 'theirs', stamp }];
    await db.staged.update([BATCH, 0], { records, rows });
    await importStaged(db, await allStaged(db), at(10));
    await runTasks(db, at(12));
    expect(await keysOfPapers(db, ['openreview:r0', 'openreview:r2'])).toEqual(
      new Map([
        ['openreview:r0', 'key0'],
        ['openreview:r2', 'theirs'],
      ]),
    );
  });

  test('is the same library, wherever the worker was stopped', async () => {
    await begin();
    await runTasks(db, at(11));
    const whole = await exported();
    const other = openDatabase();
    db = other;
    await begin();
    while ((await tasksUnderWay(db)).length > 0) await parts(1);
    expect(await exported()).toBe(whole);
  });

  test('takes turns with saves, and loses nothing of them', async () => {
    await begin();
    await parts(2);
    await saveCards(db, [KNOWN], at(12));
    await saveCards(db, [card({ identifiers: { openreview: 'new' }, listing: TUESDAY })], at(12));
    await runTasks(db, at(13));
    expect(await db.papers.count()).toBe(MANY.length + 1);
    expect(await db.papers.get('openreview:new')).toBeTruthy();
  });

  test('that is cancelled leaves the library as it was', async () => {
    await saveCards(db, [KNOWN], at(1));
    const before = await exported();
    const entry = await begin();
    await parts(3);
    expect(await exported()).not.toBe(before);
    const undoing = await undo(db, entry, at(12));
    expect(await db.staged.count()).toBe(0);
    expect(await db.journal.get(entry)).toMatchObject({ undoneBy: undoing });
    while ((await tasksUnderWay(db)).length > 0) await parts(1, at(13));
    expect(await exported()).toBe(before);
    expect((await db.journal.toArray()).filter(({ running }) => running)).toEqual([]);
  });

  test('that is cancelled at once was never there', async () => {
    const before = await everything(db);
    await cancelTask(db, await begin(), at(11));
    expect(await everything(db)).toEqual(before);
  });

  test('that is cancelled while a part is on its way writes that part no more', async () => {
    const before = await exported();
    const entry = await begin();
    await Promise.all([createTaskSteps(db)(at(11)), undo(db, entry, at(11))]);
    await runTasks(db, at(12));
    expect(await exported()).toBe(before);
    expect((await db.journal.toArray()).filter(({ running }) => running)).toEqual([]);
  });

  test('of what is known already leaves no entry', async () => {
    await begin();
    await runTasks(db, at(11));
    const before = await everything(db);
    await begin(at(12));
    await runTasks(db, at(13));
    expect(await everything(db)).toEqual(before);
  });

  test('is begun once, and not if a part is missing', async () => {
    await begin();
    await expect(importStaged(db, await allStaged(db), at(11))).rejects.toThrow('refused');
    await db.settings.delete('tasks');
    await db.staged.delete([BATCH, 2]);
    await expect(importStaged(db, { batch: BATCH, parts: PARTS }, at(11))).rejects.toThrow('refused');
  });

  test('keeps its papers while another file is read a week later', async () => {
    await begin();
    await stage(db, '2026-10-05T06:00:00.000Z other', [], 'library', () => {});
    expect(await db.staged.where({ batch: BATCH }).count()).toBe(PARTS);
  });
});

describe('the undo of a large import', () => {
  test('goes part by part, and so does its redo', async () => {
    await saveCards(db, [KNOWN], at(1));
    const before = await exported();
    const entry = await begin();
    await runTasks(db, at(11));
    const after = await exported();
    const undoing = Number(await undo(db, entry, at(12)));
    expect(await db.journal.get(entry)).toMatchObject({ undoneBy: undoing });
    await parts(2, at(13));
    expect(await exported()).not.toBe(before);
    while ((await tasksUnderWay(db)).length > 0) await parts(1, at(14));
    expect(await exported()).toBe(before);
    await undo(db, undoing, at(15));
    await runTasks(db, at(16));
    expect(await exported()).toBe(after);
    expect(await db.journal.get(entry)).not.toHaveProperty('undoneBy');
  });

  test('that is cancelled redoes what it undid', async () => {
    const entry = await begin();
    await runTasks(db, at(11));
    const after = await exported();
    const undoing = Number(await undo(db, entry, at(12)));
    await parts(3, at(13));
    await undo(db, undoing, at(14));
    await runTasks(db, at(15));
    expect(await exported()).toBe(after);
    expect(await db.journal.get(entry)).not.toHaveProperty('undoneBy');
  });

  test('that is cancelled at once was never there', async () => {
    const entry = await begin();
    await runTasks(db, at(11));
    const before = await db.journal.toArray();
    await undo(db, Number(await undo(db, entry, at(12))), at(13)).then(() => runTasks(db, at(14)));
    expect(await db.journal.get(entry)).toEqual(before[0]);
  });

  test('is redone as the last undo, and stays undone if that is cancelled', async () => {
    const entry = await begin();
    await runTasks(db, at(11));
    const after = await exported();
    const undoing = Number(await undo(db, entry, at(12)));
    await runTasks(db, at(13));
    for (const done of [0, 2]) {
      const redoing = Number(await redo(db, at(14)));
      await parts(done, at(14));
      await undo(db, redoing, at(15));
      await runTasks(db, at(16));
      expect(await db.papers.count()).toBe(0);
      expect(await db.journal.get(entry)).toMatchObject({ undoneBy: undoing });
    }
    await redo(db, at(17));
    await runTasks(db, at(18));
    expect(await exported()).toBe(after);
    expect(await db.journal.get(entry)).not.toHaveProperty('undoneBy');
  });

  test('whose redo is cancelled at once stays done', async () => {
    const entry = await begin();
    await runTasks(db, at(11));
    const undoing = Number(await undo(db, entry, at(12)));
    await runTasks(db, at(13));
    const before = await db.journal.toArray();
    await undo(db, Number(await undo(db, undoing, at(14))), at(15)).then(() => runTasks(db, at(16)));
    expect((await db.journal.toArray()).filter((row) => row.entry <= undoing)).toEqual(before);
  });

  test('counts what stays because it was changed since', async () => {
    await saveCards(db, [KNOWN], at(1));
    const entry = await begin();
    await runTasks(db, at(11));
    // As an edit would have stamped it.
    await db.papers.where({ id: 'openreview:r3' }).modify((row) => {
      row.stamps = { ...row.stamps, 'tag:lamps': nextStamp(undefined, Date.parse(at(12)), 'me') };
    });
    await undo(db, entry, at(13));
    await runTasks(db, at(14));
    expect(await db.papers.toArray()).toMatchObject([{ id: 'openreview:r3', tags: ['lamps'] }]);
    expect(await db.journal.get(entry)).toMatchObject({ kept: 1 });
  });

  test('that fails stops, is tried again, and goes back when it is cancelled', async () => {
    const entry = await begin();
    await runTasks(db, at(11));
    await undo(db, entry, at(12));
    await runTasks(db, at(12));
    const redo = Number(await undo(db, await lastEntry(), at(13)));
    await parts(2, at(13));
    await db.changes.update([entry + 1, PARTS - 3], { changes: [null as never] });
    const step = createTaskSteps(db);
    await expect(step(at(14))).rejects.toThrow();
    await pauseTask(db, 'unknown');
    expect(await step(at(14))).toBe(false);
    expect(await tasksUnderWay(db)).toMatchObject([{ entry: redo, failed: 'unknown', done: 2 }]);
    await resumeTasks(db);
    await expect(step(at(14))).rejects.toThrow();
    await undo(db, redo, at(15));
    await runTasks(db, at(16));
    expect(await db.papers.count()).toBe(0);
    expect(await db.trash.count()).toBe(MANY.length);
  });
});

test('nothing is deleted for good while a task may bring it back', async () => {
  await saveCards(db, [KNOWN], at(1));
  await removePapers(db, ['openreview:r3'], at(2));
  await begin();
  await expect(forgetPapers(db, ['openreview:r3'], at(11))).rejects.toThrow('busy');
  expect(await db.trash.count()).toBe(1);
});

describe('a large removal', () => {
  const ids = MANY.map(({ id }) => id);

  test('goes part by part, is one entry, and is undone as one', async () => {
    await begin();
    await runTasks(db, at(11));
    const before = await exported();
    const entry = Number(await removePapers(db, ids, at(12)));
    expect(await db.papers.count()).toBe(MANY.length);
    await parts(2);
    expect(await db.trash.count()).toBe(2 * PART);
    await runTasks(db, at(13));
    expect([await db.papers.count(), await db.trash.count()]).toEqual([0, MANY.length]);
    expect(await db.journal.get(entry)).toMatchObject({ intention: 'remove', papers: MANY.length });
    expect(await db.settings.filter(({ name }) => name.startsWith('edit:')).count()).toBe(0);
    await undo(db, entry, at(14));
    await runTasks(db, at(15));
    expect(await exported()).toBe(before);
  });

  test('is taken back when it is cancelled, and papers come back from the trash in the same way', async () => {
    await begin();
    await runTasks(db, at(11));
    const before = await exported();
    const entry = Number(await removePapers(db, ids, at(12)));
    await parts(2, at(13));
    await cancelTask(db, entry, at(14));
    await runTasks(db, at(15));
    expect(await exported()).toBe(before);
    await removePapers(db, ids, at(16));
    await runTasks(db, at(17));
    await restorePapers(db, ids, at(18));
    await runTasks(db, at(19));
    expect([await db.papers.count(), await db.trash.count()]).toEqual([MANY.length, 0]);
  });
});
