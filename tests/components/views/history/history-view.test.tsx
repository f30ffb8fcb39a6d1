// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { fullMoment, spokenMoment } from '@/components/browser/dates';
import { HistoryView } from '@/components/views/history/history-view';
import type { JournalEntry, OffprintDatabase } from '@/storage/database';
import { closedDatabase } from '@/tests/components/unreadable';
import { at } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';

type Undo = (entry?: number | 'last') => Promise<number | undefined>;

async function show(...entries: Partial<JournalEntry>[]) {
  const db = openDatabase();
  await db.journal.bulkAdd(
    entries.map((fields) => ({ at: at(0), intention: 'save' as const, papers: 1, title: 'Salt', ...fields })),
  );
  return { db, onUndo: showOf(db) };
}

function showOf(db: OffprintDatabase) {
  const onUndo = vi.fn<Undo>();
  render(<HistoryView db={db} onUndo={onUndo} />);
  return onUndo;
}

async function steps(): Promise<HTMLElement[]> {
  return within(await screen.findByRole('list', { name: 'History' })).getAllByRole('listitem');
}

describe('the history', () => {
  test('tells what was done, latest first', async () => {
    await show(
      { intention: 'save', papers: 1, title: 'Lanterns' },
      { intention: 'save', papers: 12, title: 'Lanterns' },
      { intention: 'remove', papers: 1, title: '<img src=x>' },
      { intention: 'restore', papers: 2 },
      { intention: 'import', papers: 1000 },
    );
    expect((await steps()).map((step) => within(step).getByRole('heading').textContent)).toEqual([
      'Imported 1,000 papers',
      'Restored 2 papers',
      'Removed “<img src=x>”',
      'Saved 12 papers',
      'Saved “Lanterns”',
    ]);
  });

  test('counts a single paper whose title is not known', async () => {
    const db = openDatabase();
    await db.journal.add({ at: at(0), intention: 'save', papers: 1 });
    showOf(db);
    expect(await screen.findByRole('heading', { name: 'Saved 1 paper' })).toBeTruthy();
  });

  test('tells when, as people say it, and in full to the pointer', async () => {
    await show({ at: at(5) });
    const time = await screen.findByText(spokenMoment(at(5), new Date()));
    expect(time.title).toBe(fullMoment(at(5)));
  });

  test('does not list undoing as a step of its own', async () => {
    await show({}, { intention: 'undo', of: 1 });
    expect(await steps()).toHaveLength(1);
  });

  test('is narrowed to one kind of steps, which follow the library, and widened again', async () => {
    const { db } = await show({ title: 'Lanterns' }, { intention: 'remove', title: 'Salt' });
    expect(await steps()).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: 'Removals' }));
    await vi.waitFor(async () => expect(await steps()).toHaveLength(1));
    expect(screen.getByRole('heading', { name: 'Removed “Salt”' })).toBeTruthy();
    await db.journal.add({ at: at(1), intention: 'save', papers: 1, title: 'Herons' });
    await db.journal.add({ at: at(2), intention: 'remove', papers: 1, title: 'Herons' });
    await vi.waitFor(async () => expect(await steps()).toHaveLength(2));
    expect(screen.queryByRole('heading', { name: 'Saved “Herons”' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Removals' }));
    await vi.waitFor(async () => expect(await steps()).toHaveLength(4));
  });

  test('follows the library', async () => {
    const { db } = await show({ title: 'Lanterns' });
    await steps();
    await db.journal.add({ at: at(1), intention: 'remove', papers: 1, title: 'Lanterns' });
    expect(await screen.findByRole('heading', { name: 'Removed “Lanterns”' })).toBeTruthy();
  });
});

describe('a step', () => {
  test('can be taken back, whichever it is', async () => {
    const { onUndo } = await show({ title: 'Lanterns' }, { title: 'Salt' });
    const [, lanterns] = await steps();
    fireEvent.click(within(lanterns as HTMLElement).getByRole('button', { name: 'Undo' }));
    expect(onUndo.mock.calls).toEqual([[1]]);
  });

  test('that was taken back can be done again, by taking back what took it back', async () => {
    const { onUndo } = await show({ undoneBy: 2 }, { intention: 'undo', of: 1 });
    expect(await steps()).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Redo' }));
    expect(onUndo.mock.calls).toEqual([[2]]);
  });

  test('says what stays after it was taken back', async () => {
    await show({ undoneBy: 2, kept: 1 }, { intention: 'undo', of: 1 }, { undoneBy: 4, kept: 2 });
    const [two, one] = (await steps()).map((step) => step.textContent);
    expect(one).toContain('One change stays because it was changed again since.');
    expect(two).toContain('2 changes stay because they were changed again since.');
  });
});

describe('without steps', () => {
  test('an empty history says for how long things can be taken back', async () => {
    await show();
    expect(await screen.findByRole('heading', { name: 'Nothing to undo' })).toBeTruthy();
    expect(screen.getByText(/90 days/)).toBeTruthy();
  });

  test('one that cannot be read is not called empty', async () => {
    showOf(closedDatabase());
    expect((await screen.findByRole('alert')).textContent).toContain('Your library cannot be shown');
    expect(screen.queryByText('Nothing to undo')).toBeNull();
  });
});
