import { afterEach, expect, test, vi } from 'vitest';
import { createTaskRunner } from '@/entrypoints/background/task-runner';
import type { OffprintDatabase } from '@/storage/database';
import { tasksUnderWay } from '@/storage/library';
import * as tasks from '@/storage/tasks';
import { at } from '@/tests/storage/cards';
import { allStaged, openDatabase, stageFile } from '@/tests/storage/open-database';
import { filePaper } from '@/tests/storage/papers';
import type { LibraryRecord } from '@/utils/paper/record';

afterEach(() => void vi.restoreAllMocks());

const FILE = Array.from({ length: tasks.AT_ONCE + 1 }, (_, index) =>
  filePaper({ id: `openreview:r${index}`, title: `Lanterns and salt, number ${index} of a long row` }),
);

async function begun(): Promise<OffprintDatabase> {
  const db = openDatabase();
  await stageFile(db, FILE);
  await tasks.beginImport(db, await allStaged(db), at(1));
  return db;
}

function runner(db: OffprintDatabase) {
  const [beginSession, onChange] = [vi.fn(async () => {}), vi.fn(async () => {})];
  return { run: createTaskRunner(db, { beginSession, onChange }), beginSession, onChange };
}

test('does all that is under way, however often it is asked, and tells of the change', async () => {
  const db = await begun();
  const { run, beginSession, onChange } = runner(db);
  for (let times = 0; times < 5; times++) run();
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled());
  expect(await db.papers.count()).toBe(FILE.length);
  expect(await tasksUnderWay(db)).toEqual([]);
  expect(beginSession).toHaveBeenCalledBefore(onChange);
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('a failure is kept with the task, which waits until it is tried again', async () => {
  const db = await begun();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const [row] = await db.staged.toArray();
  if (row) await db.staged.put({ ...row, records: [{} as LibraryRecord] });
  const { run, onChange } = runner(db);
  run();
  await vi.waitFor(async () =>
    expect(await tasksUnderWay(db)).toMatchObject([{ failed: 'unknown', done: 0 }]),
  );
  if (row) await db.staged.put(row);
  run();
  await tasks.resumeTasks(db);
  run();
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled());
  expect(await db.papers.count()).toBe(FILE.length);
});

test('with nothing to do it does nothing', async () => {
  const { run, beginSession, onChange } = runner(openDatabase());
  run();
  await vi.waitFor(() => expect(beginSession).toHaveBeenCalled());
  expect(onChange).not.toHaveBeenCalled();
});
