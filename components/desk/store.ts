/** What outlives a view: where one is, what is asked for, how rows are drawn. One store a page. */
import { type Signal, signal } from '@preact/signals';
import type { CollectWish } from '@/storage/collect-wish';
import type { LibrarySearch } from '@/storage/search/library-search';
import type { Hint } from '@/utils/query/parse-query';
import type { Group, Sort } from '@/utils/query/query-tree';
import { parseRoute, type Route } from './route';
import type { Selectable, Selection } from './selection';

export type Density = 'comfortable' | 'compact';

export interface Store {
  route: Signal<Route>;
  query: Signal<string>;
  sort: Signal<Sort>;
  /** What the list of papers is grouped by. */
  group: Signal<Group | undefined>;
  density: Signal<Density>;
  /** The list of papers that is shown. */
  listed: Signal<Selectable | undefined>;
  /** The papers that are selected in it; undefined while none are being selected. */
  selection: Signal<Selection | undefined>;
  /** What was misread in the query. */
  hints: Signal<readonly Hint[]>;
  /** The open search, once it is; another one after every change of what can be found. */
  finder: Signal<Finder | undefined>;
  /** Colours that a person gave to tags, by `tagKey`. */
  colours: Signal<Readonly<Record<string, number>>>;
  /** Text pasted for an import, so that a look at another view does not lose it. */
  pasted: Signal<string>;
  /** The page that a menu asked to be collected from. */
  wish: Signal<CollectWish | undefined>;
}

export interface Finder {
  library: Omit<LibrarySearch, 'close'>;
  /** Counts changes of what can be found. */
  changes: number;
}

/** A store for a page that was opened at `hash`. */
export function createStore(hash: string, density: Density, group?: Group): Store {
  return {
    route: signal(parseRoute(hash)),
    query: signal(''),
    sort: signal<Sort>('relevance'),
    listed: signal(undefined),
    selection: signal(undefined),
    hints: signal([]),
    finder: signal(undefined),
    colours: signal({}),
    group: signal(group),
    density: signal(density),
    pasted: signal(''),
    wish: signal(undefined),
  };
}
