// @vitest-environment happy-dom
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { TaskProgress } from '@/components/parts/task-progress';
import type { Task } from '@/storage/database';
import { answerMessages } from '@/tests/components/answer-messages';
import { at } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';

const IMPORT: Task = { entry: 7, work: { batch: 'a' }, done: 1, parts: 3, kept: 0 };

function show(task: Task, db = openDatabase()) {
  const onCancel = vi.fn();
  render(<TaskProgress db={db} task={task} onCancel={onCancel} />);
  return onCancel;
}

const status = () => screen.getByRole('status').textContent;

test('tells how far it is, and can be cancelled', () => {
  const onCancel = show(IMPORT);
  expect(status()).toBe('Importing… 33%');
  expect(screen.getByRole('progressbar').getAttribute('value')).toBe(String(1 / 3));
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onCancel).toHaveBeenCalledWith(7);
});

test.each([
  ['an import', 'import', 'Undoing… 0%'],
  ['an undo', 'undo', 'Redoing… 0%'],
] as const)('the undo of %s is told as that', async (_, intention, words) => {
  const db = openDatabase();
  const undone = { entry: 5, at: at(0), intention, papers: 900 };
  await db.journal.put(undone);
  show({ entry: 8, work: { of: 5 }, done: 0, parts: 3, kept: 0 }, db);
  await vi.waitFor(() => expect(status()).toBe(words));
});

test.each([
  ['full', /^Stopped at 33%: the disk is full/],
  ['unknown', /^Stopped at 33%. Your library is safe/],
] as const)('what stopped it (%s) is told, and it can be tried again', async (failed, words) => {
  const asked = answerMessages({ resumeTasks: () => ({ ok: true, value: null }) });
  const onCancel = show({ ...IMPORT, failed });
  expect(status()).toMatch(words);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await vi.waitFor(() => expect(asked).toMatchObject([{ type: 'resumeTasks' }]));
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(onCancel).toHaveBeenCalledWith(7);
});
