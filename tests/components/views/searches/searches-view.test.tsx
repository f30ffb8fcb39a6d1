// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/preact';
import { describe, expect, test, vi } from 'vitest';
import { createStore } from '@/components/desk/store';
import { SearchesView } from '@/components/views/searches/searches-view';
import type { KeptSearch } from '@/storage/saved-searches';
import { answerMessages } from '@/tests/components/answer-messages';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';

const SALT: KeptSearch = { id: 's', name: 'Salt', query: 'salt', sort: 'upvotes' };
const ODD: KeptSearch = { id: 'o', name: 'Odd', query: 'titel:salt' };

function draw(searches: KeptSearch[]) {
  const done = () => ({ ok: true, value: { entry: 1 } });
  const asked = answerMessages({ changeSearch: done, deleteSearch: done });
  const desk = createDesk({ store: createStore('#/searches?group=year', 'comfortable') });
  desk.store.searches.value = searches;
  desk.store.finder.value = { library: { count: async () => 7 } as never, changes: 1 };
  vi.mocked(desk.commands.ask).mockImplementation((request) => request.then(() => ({})) as never);
  drawAtDesk(<SearchesView />, desk);
  return { desk, data: () => asked.map((message) => message.data) };
}

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const type = (name: string, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
const submit = () =>
  act(async () => void fireEvent.submit(document.querySelector('.edit-search') as HTMLFormElement));

test('without any, it says how one comes about', () => {
  draw([]);
  expect(screen.getByRole('heading', { name: 'No saved searches yet' })).toBeTruthy();
});

test('each leads to its papers in its own order, and tells how many they are', async () => {
  const { desk } = draw([SALT]);
  expect((await screen.findByText('7 papers')).closest('li')).toBeTruthy();
  const link = screen.getByRole('link', { name: 'Salt' });
  expect(link.getAttribute('href')).toBe('#/?q=salt&sort=upvotes&group=year');
  fireEvent.click(link);
  expect(desk.go).toHaveBeenCalledExactlyOnceWith(
    { view: 'papers' },
    { query: 'salt', sort: 'upvotes', group: 'year' },
  );
});

test('one that cannot be read as it stands says why', () => {
  draw([SALT, ODD]);
  const [said, ...others] = screen.getAllByText(/cannot be read as it stands/);
  expect(others).toEqual([]);
  expect(said?.textContent).toContain('There is no field “titel”');
});

test('it is deleted, which can be undone, so nothing is asked', async () => {
  const { data } = draw([SALT]);
  await press('Delete the search Salt');
  expect(data()).toEqual([{ id: 's' }]);
});

describe('changing one', () => {
  test('sends what was changed', async () => {
    const { data } = draw([ODD]);
    await press('Rename or change the search Odd');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'New name of Odd' }));
    type('What Odd asks for', ' title:salt ');
    await submit();
    expect(data()).toEqual([{ id: 'o', change: { query: 'title:salt' } }]);
    await vi.waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  });

  test('tells while one types what cannot be read', async () => {
    draw([ODD]);
    await press('Rename or change the search Odd');
    expect(screen.getByText(/no field “titel”/)).toBeTruthy();
    type('What Odd asks for', 'title:salt');
    expect(screen.queryByText(/no field/)).toBeNull();
  });

  test('is given up by Escape, and without a name or a query nothing is sent', async () => {
    const { data } = draw([SALT]);
    await press('Rename or change the search Salt');
    type('New name of Salt', ' ');
    await submit();
    type('New name of Salt', 'Brine');
    type('What Salt asks for', '');
    await submit();
    expect(data()).toEqual([]);
    await act(
      async () =>
        void fireEvent.keyDown(screen.getByRole('textbox', { name: 'New name of Salt' }), { key: 'Escape' }),
    );
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByRole('link', { name: 'Salt' })).toBeTruthy();
  });
});
