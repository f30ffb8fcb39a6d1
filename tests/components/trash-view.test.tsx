// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { TrashView } from '@/components/trash-view';
import type { OffprintDatabase } from '@/storage/database';
import { at } from '@/tests/storage/cards';
import { openDatabase } from '@/tests/storage/open-database';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';
import './cleanup';
import { closedDatabase } from './unreadable';

const onForget = vi.fn<(ids: readonly string[] | 'all') => void>();

function show(db: OffprintDatabase) {
  const onRestore = vi.fn<(paper: Paper) => void>();
  render(<TrashView db={db} onRestore={onRestore} onForget={onForget} />);
  return onRestore;
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
  return db;
}

test('lists what was removed, latest first, and when', async () => {
  show(await trashOf({ id: 'doi:10.1/a', title: 'Lanterns' }, { id: 'doi:10.1/b', title: '<img src=x>' }));
  const items = within(await screen.findByRole('list', { name: 'Trash' })).getAllByRole('listitem');
  expect(items.map((item) => within(item).getByRole('heading').textContent)).toEqual([
    '<img src=x>',
    'Lanterns',
  ]);
  expect(screen.getByText(`Removed ${new Date(at(0)).toLocaleString()}`)).toBeTruthy();
});

test('restores the paper that the button names', async () => {
  const onRestore = show(
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

test('deletes a paper for good once that is confirmed', async () => {
  show(await trashOf({ id: 'doi:10.1/a', title: 'Lanterns' }, { id: 'doi:10.1/b', title: 'Salt' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Delete for good: Lanterns' }));
  expect(onForget).not.toHaveBeenCalled();
  fireEvent.click(await screen.findByRole('button', { name: 'Delete for good' }));
  expect(onForget.mock.calls).toEqual([[['doi:10.1/a']]]);
});

test('deletes all, and says how many they are', async () => {
  onForget.mockReset();
  show(await trashOf({ id: 'doi:10.1/a', title: 'Lanterns' }, { id: 'doi:10.1/b', title: 'Salt' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Delete all for good' }));
  await screen.findByText('All 2 papers in the trash will be deleted for good. This cannot be undone.');
  fireEvent.click(await screen.findByRole('button', { name: 'Delete for good' }));
  expect(onForget.mock.calls).toEqual([['all']]);
});

test('follows the library until it is empty, and says so', async () => {
  const db = await trashOf({ id: 'doi:10.1/a', title: 'Lanterns' });
  show(db);
  await screen.findByRole('list');
  await db.trash.clear();
  expect(await screen.findByRole('heading', { name: 'The trash is empty' })).toBeTruthy();
});

test('is not called empty if it cannot be read', async () => {
  show(closedDatabase());
  expect((await screen.findByRole('alert')).textContent).toContain('Your library cannot be shown');
  expect(screen.queryByText('The trash is empty')).toBeNull();
});
