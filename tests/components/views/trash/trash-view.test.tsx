// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { spokenMoment } from '@/components/browser/dates';
import { TrashView } from '@/components/views/trash/trash-view';
import type { OffprintDatabase } from '@/storage/database';
import { closedDatabase } from '@/tests/components/unreadable';
import { at } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';
import { recount } from '@/tests/storage/recount';
import type { Paper } from '@/utils/paper/schema';

function show(db: OffprintDatabase) {
  const [onRestore, onForget] = [vi.fn<(paper: Paper) => void>(), vi.fn<(paper: Paper) => void>()];
  const onEmpty = vi.fn();
  render(<TrashView db={db} onRestore={onRestore} onForget={onForget} onEmpty={onEmpty} />);
  return { onRestore, onForget, onEmpty };
}

/** Papers removed one after the other. */
async function trashOf(...papers: (Partial<Paper> & Pick<Paper, 'id'>)[]): Promise<OffprintDatabase> {
  const db = openDatabase();
  await db.trash.bulkAdd(
    papers.map((paper, index) => ({
      id: paper.id,
      trashedAt: at(index),
      paper: storedPaper(paper),
      sightings: [],
    })),
  );
  await recount(db);
  return db;
}

test('lists what was removed, latest first, and when', async () => {
  show(await trashOf({ id: 'doi:10.1/a', title: 'Lanterns' }, { id: 'doi:10.1/b', title: '<img src=x>' }));
  const items = within(await screen.findByRole('list', { name: 'Trash' })).getAllByRole('listitem');
  expect(items.map((item) => within(item).getByRole('heading').textContent)).toEqual([
    '<img src=x>',
    'Lanterns',
  ]);
  const removed = items.map((item) => item.querySelector('time')?.dateTime);
  expect(removed).toEqual([at(1), at(0)]);
  expect(screen.getAllByText(`Removed ${spokenMoment(at(0), new Date())}`)).toHaveLength(2);
});

test('restores the paper that the button names', async () => {
  const { onRestore } = show(
    await trashOf(
      { id: 'doi:10.1/a', title: 'Lanterns' },
      { id: 'doi:10.1/b', title: 'Salt' },
      { id: 'doi:10.1/c' },
    ),
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Restore: Lanterns' }));
  fireEvent.click(screen.getByRole('button', { name: 'Restore: Title missing' }));
  expect(onRestore.mock.calls.map(([{ id }]) => id)).toEqual(['doi:10.1/a', 'doi:10.1/c']);
});

describe('deleting for good', () => {
  const press = (name: string) => {
    const button = screen.getByRole('button', { name });
    button.focus();
    fireEvent.click(button);
  };
  const two = () => trashOf({ id: 'doi:10.1/a', title: 'Lanterns' }, { id: 'doi:10.1/b', title: 'Salt' });

  test('one paper asks in its place first, with the focus on what changes nothing', async () => {
    const { onForget } = show(await two());
    await screen.findByRole('list');
    press('Delete for good: Lanterns');
    const question = screen.getByRole('group', {
      name: '1 paper will be deleted for good. This cannot be undone.',
    });
    expect(screen.queryByRole('button', { name: 'Delete for good: Lanterns' })).toBeNull();
    expect(document.activeElement).toBe(within(question).getByRole('button', { name: 'Keep' }));
    expect(onForget).not.toHaveBeenCalled();
    fireEvent.click(within(question).getByRole('button', { name: 'Delete for good' }));
    expect(onForget.mock.calls.map(([{ id }]) => id)).toEqual(['doi:10.1/a']);
  });

  test('all papers says how many, also those that are not shown', async () => {
    const db = await two();
    await db.trash.bulkAdd(
      Array.from({ length: 600 }, (_, index) => ({
        id: `a:${index}`,
        trashedAt: at(index),
        paper: storedPaper({ id: `a:${index}` }),
        sightings: [],
      })),
    );
    await recount(db);
    const { onEmpty, onForget } = show(db);
    await screen.findByRole('list');
    press('Empty trash');
    const question = screen.getByRole('group', { name: /^602 papers will be deleted for good/ });
    fireEvent.click(within(question).getByRole('button', { name: 'Delete for good' }));
    expect(onEmpty).toHaveBeenCalledTimes(1);
    expect(onForget).not.toHaveBeenCalled();
  });

  test.each([
    ['Keep', () => press('Keep')],
    ['Escape', () => fireEvent.keyDown(screen.getByRole('button', { name: 'Keep' }), { key: 'Escape' })],
  ])('is given up by %s, and the focus returns', async (_, giveUp) => {
    const { onForget, onEmpty } = show(await two());
    await screen.findByRole('list');
    for (const name of ['Delete for good: Salt', 'Empty trash']) {
      press(name);
      giveUp();
      await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name })));
      expect(screen.queryByRole('group')).toBeNull();
    }
    expect(onForget).not.toHaveBeenCalled();
    expect(onEmpty).not.toHaveBeenCalled();
  });

  test('takes no focus when the trash is opened', async () => {
    show(await two());
    await screen.findByRole('list');
    expect(document.activeElement).toBe(document.body);
  });
});

test('follows the library until it is empty, and says so', async () => {
  const db = await trashOf({ id: 'doi:10.1/a', title: 'Lanterns' });
  show(db);
  await screen.findByRole('list');
  await db.transaction('rw', db.trash, db.counts, async () => {
    await db.trash.clear();
    await db.counts.clear();
  });
  expect(await screen.findByRole('heading', { name: 'The trash is empty' })).toBeTruthy();
});

test('is not called empty if it cannot be read', async () => {
  show(closedDatabase());
  expect((await screen.findByRole('alert')).textContent).toContain('Your library cannot be shown');
  expect(screen.queryByText('The trash is empty')).toBeNull();
});
