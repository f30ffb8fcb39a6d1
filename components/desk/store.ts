/** What outlives a view: where one is, what is asked for, how rows are drawn. One store a page. */
import { type Signal, signal } from '@preact/signals';
import type { Brought } from '@/components/browser/brought';
import type { CollectWish } from '@/storage/collect-wish';
import type { KeptSearch } from '@/storage/saved-searches';
import type { LibrarySearch } from '@/storage/search/library-search';
import type { Options } from '@/utils/options';
import type { Hint } from '@/utils/query/parse-query';
import type { Group, Sort } from '@/utils/query/query-tree';
import { type Asked, parsePlace } from './place';
import type { Route, ViewName } from './route';
import type { Selectable, Selection } from './selection';

export interface Store {
  route: Signal<Route>;
  /** The view beside a paper's page, where that is another than the list of papers. */
  under: Signal<ViewName | undefined>;
  /** The hash of the place that a step back leads to, which is shown before the address has it. */
  returning: Signal<string | undefined>;
  /** Whether a paper's page stands beside the list, not over it. */
  beside: Signal<boolean>;
  query: Signal<string>;
  sort: Signal<Sort>;
  /** What the list of papers is grouped by. */
  group: Signal<Group | undefined>;
  density: Signal<Options['density']>;
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
  /** Searches that the person keeps, by name. */
  searches: Signal<readonly KeptSearch[]>;
  /** What the export dialog is open about; undefined while it is closed. */
  exporting: Signal<Exported | undefined>;
  /** Text pasted for an import, so that a look at another view does not lose it. */
  pasted: Signal<string>;
  /** What was dropped or pasted for an import that is to begin. */
  brought: Signal<Brought | undefined>;
  /** The page that a menu asked to be collected from. */
  wish: Signal<CollectWish | undefined>;
}

/** Which papers are exported. */
export type Exported = 'selection' | 'results' | 'library';

export interface Finder {
  library: Omit<LibrarySearch, 'close'>;
  /** Counts changes of what can be found. */
  changes: number;
}

/** A store for a page that was opened at `hash`. What is asked may be said apart. */
export function createStore(hash: string, density: Options['density'], asked?: Asked): Store {
  const place = parsePlace(hash);
  const { query, sort, group } = asked ?? place.asked;
  return {
    route: signal(place.route),
    under: signal(place.under),
    returning: signal(undefined),
    beside: signal(false),
    query: signal(query),
    sort: signal(sort),
    listed: signal(undefined),
    selection: signal(undefined),
    hints: signal([]),
    finder: signal(undefined),
    colours: signal({}),
    searches: signal([]),
    group: signal(group),
    density: signal(density),
    exporting: signal(undefined),
    pasted: signal(''),
    brought: signal(undefined),
    wish: signal(undefined),
  };
}
