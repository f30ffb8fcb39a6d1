/** The store of the page that is open, with what the person chose for all pages of this browser. */
import { effect } from '@preact/signals';
import { createStore, type Store } from './store';

const DENSITY = 'offprint-density';

export function openStore(): Store {
  const chosen = localStorage.getItem(DENSITY) === 'compact' ? 'compact' : 'comfortable';
  const store = createStore(location.hash, chosen);
  effect(() => localStorage.setItem(DENSITY, store.density.value));
  return store;
}
