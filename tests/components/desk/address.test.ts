// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { placeOf, stepBack, stepTo, useAddress, writeAddress } from '@/components/desk/address';
import { NOTHING_ASKED } from '@/components/desk/place';
import { createStore } from '@/components/desk/store';

beforeEach(() => {
  location.hash = '';
});

function follow() {
  const store = createStore('', 'comfortable');
  const { result, unmount } = renderHook(() => useAddress(store));
  return { store, now: () => result.current, unmount };
}

const goTo = (hash: string) =>
  act(() => {
    location.hash = hash;
    dispatchEvent(new Event('hashchange'));
  });

// The first: what a test does to the hash is told late, when the next has begun.
test('the address follows what is typed, a moment later and without a step for Back', async () => {
  const { store } = follow();
  const push = vi.spyOn(history, 'pushState').mockClear();
  const replace = vi.spyOn(history, 'replaceState').mockClear();
  for (const query of ['g', 'gr', 'gra']) store.query.value = query;
  expect(location.hash).toBe('');
  await vi.waitFor(() => expect(location.hash).toBe('#/?q=gra'));
  expect(replace).toHaveBeenCalledOnce();
  expect(push).not.toHaveBeenCalled();
});

test('the place follows the address', () => {
  const { now, store } = follow();
  expect(now()).toEqual({ view: 'papers' });
  goTo('#/trash');
  expect(now()).toEqual({ view: 'trash' });
  goTo('#/paper/a?q=graph&sort=upvotes&group=year&in=queue');
  expect(placeOf(store)).toEqual({
    route: { view: 'paper', id: 'a' },
    asked: { query: 'graph', sort: 'upvotes', group: 'year' },
    under: 'queue',
  });
  goTo('#/');
  expect(placeOf(store)).toEqual({ route: { view: 'papers' }, asked: NOTHING_ASKED });
});

test('the last letters are in the address of a page that is left', () => {
  const { store } = follow();
  store.query.value = 'graph';
  dispatchEvent(new Event('pagehide'));
  expect(location.hash).toBe('#/?q=graph');
});

test('nobody listens after the page is gone', () => {
  const { store, unmount } = follow();
  act(() => unmount());
  goTo('#/history');
  expect(store.route.value).toEqual({ view: 'papers' });
});

test('a step back is shown at once, and what is typed before the browser gets there stays', () => {
  const back = vi.spyOn(history, 'back').mockImplementation(() => {});
  const { store, now } = follow();
  store.query.value = 'lamps';
  const list = placeOf(store);
  act(() => stepTo(store, { ...list, route: { view: 'trash' } }, list));
  expect(location.hash).toBe('#/trash?q=lamps');
  act(() => stepBack(store));
  expect(back).toHaveBeenCalledOnce();
  expect(now()).toEqual({ view: 'papers' });
  store.query.value = '';
  writeAddress(store);
  expect(location.hash).toBe('#/trash?q=lamps'); // it is not the list's yet
  goTo('#/?q=lamps');
  expect(store.query.value).toBe('');
  expect(location.hash).toBe('#/');
  goTo('#/?q=lamps'); // another step of the browser's own
  expect(store.query.value).toBe('lamps');
});
