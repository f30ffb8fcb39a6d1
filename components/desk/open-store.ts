/** The store of the page that is open, with what the person chose for all pages of this browser. */
import { effect } from '@preact/signals';
import { GROUPS } from '@/utils/query/query-tree';
import { createStore, type Store } from './store';

const DENSITY = 'offprint-density';
const GROUP = 'offprint-group';

export function openStore(): Store {
  const density = localStorage.getItem(DENSITY) === 'compact' ? 'compact' : 'comfortable';
  const group = GROUPS.find((one) => one === localStorage.getItem(GROUP));
  const store = createStore(location.hash, density, group);
  effect(() => localStorage.setItem(DENSITY, store.density.value));
  effect(() => localStorage.setItem(GROUP, store.group.value ?? ''));
  return store;
}
