// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { createStore } from '@/components/desk/store';
import { useRoute } from '@/components/desk/use-route';
import '@/tests/components/cleanup';

beforeEach(() => {
  location.hash = '';
});

function follow() {
  const store = createStore('', 'comfortable');
  const { result, unmount } = renderHook(() => useRoute(store));
  return { store, now: () => result.current, unmount };
}

const goTo = (hash: string) =>
  act(() => {
    location.hash = hash;
    dispatchEvent(new Event('hashchange'));
  });

test('the place follows the address', () => {
  const { now, store } = follow();
  expect(now()).toEqual({ view: 'papers' });
  goTo('#/trash');
  expect(now()).toEqual({ view: 'trash' });
  expect(store.route.value).toEqual({ view: 'trash' });
});

test('nobody listens after the page is gone', () => {
  const { store, unmount } = follow();
  act(() => unmount());
  goTo('#/history');
  expect(store.route.value).toEqual({ view: 'papers' });
});
