// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { BulkBar } from '@/components/bulk/bulk-bar';
import { extended, NOTHING } from '@/components/desk/selection';
import { SelectBox } from '@/components/paper/select-box';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import { storedPaper } from '@/tests/storage/papers';
import type { Paper } from '@/utils/paper/schema';

const PAPERS = [
  storedPaper({
    id: 'a:1',
    title: 'One',
    starred: true,
    tags: ['lamps', 'salt'],
    url: 'https://a.example/1',
  }),
  storedPaper({ id: 'a:2', title: 'Two', starred: false, tags: ['lamps'], url: 'https://a.example/2' }),
  storedPaper({ id: 'a:3', title: 'Three', starred: true }),
];
const ids = PAPERS.map(({ id }) => id);

let desk: ReturnType<typeof createDesk>;
beforeEach(async () => {
  desk = createDesk();
  await desk.db.papers.bulkAdd(PAPERS as Paper[]);
  list(false);
});

function list(trashed: boolean) {
  desk.store.listed.value = {
    ...{ list: '', total: 3, trashed },
    ids: async (from, to) => ids.slice(from, to),
    placeOf: async (id) => ids.indexOf(id),
  };
}

function select(chosen: readonly string[]) {
  desk.store.selection.value = extended(NOTHING, chosen);
  drawAtDesk(<BulkBar />, desk);
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const selected = () => [...(desk.store.selection.value?.ids ?? [])];

test('it is there only while papers are being selected', () => {
  drawAtDesk(<BulkBar />, desk);
  expect(screen.queryByRole('region')).toBeNull();
});

test('with nothing selected, nothing can be done but to select or to leave', async () => {
  select([]);
  const buttons = screen.getAllByRole<HTMLButtonElement>('button');
  expect(buttons.filter(({ disabled }) => !disabled).map((one) => one.title || one.textContent)).toEqual([
    'Select all 3',
    'Done',
  ]);
  press('Select all 3');
  await waitFor(() => expect(selected()).toEqual(ids));
  expect(screen.queryByRole('button', { name: /^Select all/ })).toBeNull();
  press('Done');
  expect(desk.store.selection.value).toBeUndefined();
});

describe('the star', () => {
  test.each([
    [['a:1', 'a:2'], true],
    [['a:1', 'a:3'], false],
  ])('of %j', async (chosen, starred) => {
    select(chosen);
    press('Star');
    await waitFor(() => expect(desk.edit).toHaveBeenCalledWith(chosen, { set: { starred } }));
  });
});

test('the status of all is set at once', async () => {
  select(ids);
  press('Status');
  fireEvent.click(screen.getByRole('menuitem', { name: 'Mark as read' }));
  await waitFor(() => expect(desk.edit).toHaveBeenCalledWith(ids, { set: { status: 'read' } }));
});

test('what was removed is not selected any more; what could not be removed still is', async () => {
  select(['a:1', 'a:2']);
  vi.mocked(desk.commands.moveAll).mockResolvedValueOnce(undefined);
  press('Remove');
  await waitFor(() => expect(desk.commands.moveAll).toHaveBeenCalledWith(['a:1', 'a:2'], 'trash'));
  expect(selected()).toEqual(['a:1', 'a:2']);
  await waitFor(() =>
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Remove' }).disabled).toBe(false),
  );
  press('Remove');
  await waitFor(() => expect(selected()).toEqual([]));
});

test('in the trash, papers can be restored only', async () => {
  list(true);
  select(['a:1']);
  expect(screen.queryByRole('button', { name: 'Tags' })).toBeNull();
  press('Restore');
  await waitFor(() => expect(desk.commands.moveAll).toHaveBeenCalledWith(['a:1'], 'library'));
});

test('papers open in tabs, those without an address aside, and are exported by the dialog', async () => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
  select(ids);
  press('More for the selected papers');
  fireEvent.click(screen.getByRole('menuitem', { name: 'Open 3 tabs' }));
  await waitFor(() =>
    expect(create.mock.calls.map(([{ url }]) => url)).toEqual(['https://a.example/1', 'https://a.example/2']),
  );
  await waitFor(() => press('More for the selected papers'));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Export…' }));
  expect(desk.store.exporting.value).toBe('selection');
});

describe('tags', () => {
  const box = (name: RegExp) => screen.findByRole<HTMLInputElement>('checkbox', { name });

  test('a box is full if all have the tag, half full if some do; a press gives it to all, or takes it from all', async () => {
    select(['a:1', 'a:2']);
    press('Tags');
    const [lamps, salt] = [await box(/^lamps/), await box(/^salt/)];
    expect([lamps.checked, lamps.indeterminate]).toEqual([true, false]);
    expect([salt.checked, salt.indeterminate]).toEqual([false, true]);
    expect(salt.closest('label')?.textContent).toBe('salt1 of 2');
    fireEvent.click(lamps);
    expect(desk.edit).toHaveBeenLastCalledWith(['a:1', 'a:2'], { remove: { tags: ['lamps'] } });
    fireEvent.click(salt);
    expect(desk.edit).toHaveBeenLastCalledWith(['a:1', 'a:2'], { add: { tags: ['salt'] } });
  });

  test('a new tag is typed; Escape closes the field and nothing else', async () => {
    select(['a:1']);
    press('Tags');
    const dialog = screen.getByRole('dialog', { name: 'Tags of 1 paper' });
    const field = within(dialog).getByRole('combobox', { name: 'Add tag' });
    fireEvent.input(field, { target: { value: 'new one' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(desk.edit).toHaveBeenCalledWith(['a:1'], { add: { tags: ['new one'] } });
    fireEvent.keyDown(field, { key: 'Escape' });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(selected()).toEqual(['a:1']);
  });
});

test('the box of a row says what it selects; with Shift it selects a range', async () => {
  drawAtDesk(<SelectBox paper={PAPERS[2] as Paper} />, desk);
  const one = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select: Three' });
  expect(one.checked).toBe(false);
  desk.store.selection.value = { ids: new Set(['a:1']), anchor: 'a:1' };
  fireEvent.click(one, { shiftKey: true });
  await waitFor(() => expect(selected()).toEqual(ids));
  fireEvent.click(one);
  expect(selected()).toEqual(['a:1', 'a:2']);
});
