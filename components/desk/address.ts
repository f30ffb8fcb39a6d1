/** The address of a page of ours follows what it shows, and what it shows follows the address. */
import { batch, effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Asked, type Place, parsePlace, placeHash } from './place';
import type { Route } from './route';
import type { Store } from './store';

/** Browsers refuse an address that changes with every letter (ms). */
const PAUSE_MS = 200;

export function askedOf({ query, sort, group }: Store): Asked {
  return { query: query.value, sort: sort.value, group: group.value };
}

/** The place that a page shows. */
export function placeOf(store: Store): Place {
  const under = store.under.value;
  return { route: store.route.value, asked: askedOf(store), ...(under && { under }) };
}

/** Shows a place. */
export function showPlace(store: Store, { route, asked, under }: Place): void {
  batch(() => {
    store.route.value = route;
    store.under.value = under;
    store.query.value = asked.query;
    store.sort.value = asked.sort;
    store.group.value = asked.group;
  });
}

/** Writes what is shown into the address. Back does not stop at what stood there before. */
export function writeAddress(store: Store): void {
  const hash = placeHash(placeOf(store));
  if ((location.hash || '#/') !== hash) history.replaceState(history.state, '', hash);
}

/** Where the page is now. It follows the address, which Back and Forward change; the address follows what is typed. */
export function useAddress(store: Store): Route {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = () => {
      clearTimeout(timer);
      timer = undefined;
      writeAddress(store);
    };
    const follow = () => showPlace(store, parsePlace(location.hash));
    const stop = effect(() => {
      placeOf(store); // what it is about
      timer ??= setTimeout(write, PAUSE_MS);
    });
    // It comes in the very moment in which the address changes, so that what is written later belongs to the new place.
    addEventListener('popstate', follow);
    addEventListener('hashchange', follow);
    addEventListener('pagehide', write);
    return () => {
      stop();
      clearTimeout(timer);
      removeEventListener('popstate', follow);
      removeEventListener('hashchange', follow);
      removeEventListener('pagehide', write);
    };
  }, [store]);
  return store.route.value;
}
