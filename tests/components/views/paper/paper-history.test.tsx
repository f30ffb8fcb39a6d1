// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { PaperHistory } from '@/components/views/paper/paper-history';
import type { OffprintDatabase } from '@/storage/database';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { closedDatabase } from '@/tests/components/unreadable';
import { at } from '@/tests/storage/cards';

/** Notes `count` edits of the title, one after the other. */
async function editTitle(db: OffprintDatabase, count: number): Promise<void> {
  for (let step = 0; step < count; step++) {
    const entry = await db.journal.add({ at: at(step), paper: 'a:1', intention: 'edit', papers: 1 });
    const [before, after] = [{ title: `Salt ${step}` }, { title: `Salt ${step + 1}` }];
    await db.changes.add({ entry, part: 0, changes: [{ table: 'papers', key: 'a:1', before, after }] });
    await db.touched.add({ entry, part: 0, papers: ['a:1'] });
  }
}

function unfold(): void {
  const details = screen.getByRole('heading', { name: 'History of this paper' }).closest('details');
  Object.assign(details as HTMLDetailsElement, { open: true });
  fireEvent(details as HTMLDetailsElement, new Event('toggle'));
}

async function steps(): Promise<string[]> {
  const list = await screen.findByRole('list', { name: 'History of this paper' });
  return within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '');
}

test('the steps come latest first once they are asked for, and follow the library', async () => {
  const desk = createDesk();
  await editTitle(desk.db, 2);
  drawAtDesk(<PaperHistory id="a:1" />, desk);
  expect(screen.queryByRole('list')).toBeNull();
  unfold();
  const [last, first, ...more] = await steps();
  expect([last, first]).toEqual([expect.stringContaining('Salt 1'), expect.stringContaining('Salt 0')]);
  expect(more).toEqual([]);
  await desk.db.journal.update(2, { undoneBy: 3 });
  await screen.findByRole('button', { name: /^Redo/ });
});

test('an undo is shown with what it undid', async () => {
  const desk = createDesk();
  await editTitle(desk.db, 1);
  await desk.db.journal.add({ at: at(5), paper: 'a:1', intention: 'undo', papers: 1, of: 1 });
  const back = { before: { title: 'Salt 1' }, after: { title: 'Salt 0' } };
  await desk.db.changes.add({ entry: 2, part: 0, changes: [{ table: 'papers', key: 'a:1', ...back }] });
  await desk.db.touched.add({ entry: 2, part: 0, papers: ['a:1'] });
  drawAtDesk(<PaperHistory id="a:1" />, desk);
  unfold();
  expect(await steps()).toHaveLength(1);
});

test('a long history is read in parts', async () => {
  const desk = createDesk();
  await editTitle(desk.db, 23);
  drawAtDesk(<PaperHistory id="a:1" />, desk);
  unfold();
  expect(await steps()).toHaveLength(20);
  fireEvent.click(screen.getByRole('button', { name: 'Show earlier changes' }));
  await screen.findByText('Title before: Salt 0');
  expect(await steps()).toHaveLength(23);
  expect(screen.queryByRole('button', { name: 'Show earlier changes' })).toBeNull();
});

test('a paper that nothing changed says so', async () => {
  drawAtDesk(<PaperHistory id="a:1" />);
  unfold();
  expect(await screen.findByText(/Nothing was changed/)).toBeTruthy();
});

test('a history that cannot be read is not called empty', async () => {
  drawAtDesk(<PaperHistory id="a:1" />, createDesk({ db: closedDatabase() }));
  unfold();
  expect((await screen.findByRole('alert')).textContent).toContain('Your library cannot be shown');
});
