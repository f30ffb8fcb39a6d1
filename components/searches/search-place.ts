import { askedOf } from '@/components/desk/address';
import type { Place } from '@/components/desk/place';
import type { Store } from '@/components/desk/store';
import type { KeptSearch } from '@/storage/saved-searches';

/** Where a saved search leads to: its own order and groups, else those of the list. */
export function searchPlace({ query, sort, group }: KeptSearch, store: Store): Place {
  const here = askedOf(store);
  return {
    route: { view: 'papers' },
    asked: { query, sort: sort ?? here.sort, group: group ?? here.group },
  };
}
