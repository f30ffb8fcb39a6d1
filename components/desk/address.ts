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
  if (store.returning.peek() !== undefined) return; // it is still that of the place that was left
  const hash = placeHash(placeOf(store));
  if ((location.hash || '#/') !== hash) history.replaceState(history.state, '', hash);
}

/** Shows another place; Back leads to the one `here`. */
export function stepTo(store: Store, place: Place, here: Place): void {
  const from = placeHash(here);
  store.returning.value = undefined;
  if (placeHash(place) !== from) history.pushState({ from }, '', placeHash(place));
  showPlace(store, place);
}

/**
 * Goes one step back. The place is shown at once: the browser takes a moment to get there, and what is typed meanwhile
 * belongs to the place that one sees coming.
 */
export function stepBack(store: Store): void {
  const from: unknown = history.state?.from;
  if (typeof from === 'string') {
    store.returning.value = from;
    showPlace(store, parsePlace(from));
  }
  history.back();
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
    const follow = () => {
      const isShown = store.returning.peek() === (location.hash || '#/');
      store.returning.value = undefined;
      if (isShown) write();
      else showPlace(store, parsePlace(location.hash));
    };
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
