// @vitest-environment happy-dom
import { act, screen } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import type { Desk } from '@/components/desk/desk';
import { createStore } from '@/components/desk/store';
import { useSearchCounts } from '@/components/searches/use-search-counts';
import { createDesk, drawAtDesk } from '@/tests/components/desk-context';
import type { Query } from '@/utils/query/query-tree';

function Scene() {
  const counts = useSearchCounts();
  return <p role="status">{[...counts].map(([id, papers]) => `${id}:${papers}`).join(' ')}</p>;
}

const told = () => screen.getByRole('status').textContent;
const keep = (desk: Desk, ...queries: string[]) => {
  desk.store.searches.value = queries.map((query) => ({ id: query, name: query, query }));
};

/** A search that finds as many papers of a word as `found` says. */
function find(desk: Desk, changes: number, found: Record<string, number>) {
  const count = vi.fn(async (query: Query) => found[(query as { text: string }).text] ?? 0);
  act(() => {
    desk.store.finder.value = { library: { count } as never, changes };
  });
  return count;
}

test('each search is counted, and again after every change', async () => {
  const desk = createDesk({ store: createStore('', 'comfortable') });
  keep(desk, 'salt', 'graph');
  drawAtDesk(<Scene />, desk);
  expect(told()).toBe('');
  const count = find(desk, 1, { salt: 2, graph: 30 });
  await vi.waitFor(() => expect(told()).toBe('salt:2 graph:30'));
  expect(count).toHaveBeenCalledTimes(2);
  find(desk, 2, { salt: 3, graph: 30 });
  expect(told()).toBe('salt:2 graph:30'); // until it is counted
  await vi.waitFor(() => expect(told()).toBe('salt:3 graph:30'));
});

test('a search that is gone has no number, and a new one has none until it is counted', async () => {
  const desk = createDesk({ store: createStore('', 'comfortable') });
  keep(desk, 'salt');
  drawAtDesk(<Scene />, desk);
  find(desk, 1, { salt: 2, graph: 30 });
  await vi.waitFor(() => expect(told()).toBe('salt:2'));
  act(() => keep(desk, 'graph'));
  expect(told()).toBe('');
  await vi.waitFor(() => expect(told()).toBe('graph:30'));
});

test('a library that cannot be read leaves the numbers as they were', async () => {
  const desk = createDesk({ store: createStore('', 'comfortable') });
  keep(desk, 'salt');
  drawAtDesk(<Scene />, desk);
  find(desk, 1, { salt: 2 });
  await vi.waitFor(() => expect(told()).toBe('salt:2'));
  const failing = vi.fn(async () => Promise.reject(new Error('gone')));
  act(() => {
    desk.store.finder.value = { library: { count: failing } as never, changes: 2 };
  });
  await vi.waitFor(() => expect(failing).toHaveBeenCalledOnce());
  expect(told()).toBe('salt:2');
});
