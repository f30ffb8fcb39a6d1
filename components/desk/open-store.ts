/** The store of the page that is open, with what the person chose for all pages of this browser. */
import { effect } from '@preact/signals';
import { chooseOptions, options } from '@/components/browser/options';
import { GROUPS, type Group } from '@/utils/query/query-tree';
import { askedOf } from './address';
import type { LastSearch } from './last-search';
import { NOTHING_ASKED } from './place';
import { createStore, type Store } from './store';

const GROUP = 'offprint-group';

/** A page that was opened without an address begins as one likes it, or with the `last` search if there was one. */
export function openStore(last?: LastSearch): Store {
  const { hash } = location;
  const group = GROUPS.find((one) => one === localStorage.getItem(GROUP));
  const usual = last?.asked ?? { ...NOTHING_ASKED, group };
  const store = createStore(hash, options.peek().density, hash.length > 1 ? undefined : usual);
  const { density } = store;
  effect(() => {
    density.value = options.value.density;
  });
  effect(() => {
    if (density.value !== options.peek().density) chooseOptions({ density: density.value });
  });
  if (last) effect(() => last.keep(askedOf(store)));
  return store;
}

/** Lets pages that are opened later begin with what the list was grouped by. */
export function keepGroup(group: Group | undefined): void {
  localStorage.setItem(GROUP, group ?? '');
}
