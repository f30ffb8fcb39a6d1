/**
 * All that the address of a page of ours holds: where one is, and after a `?` what the list of papers is asked. So Reload and
 * Back lead to the same list, and a list can be linked to.
 */
import { GROUPS, type Group, SORTS, type Sort } from '@/utils/query/query-tree';
import { hashOf, isViewName, parseRoute, type Route, type ViewName } from './route';

/** What the list of papers is asked, and how it is drawn up. */
export interface Asked {
  /** As typed. */
  query: string;
  sort: Sort;
  group: Group | undefined;
}

export interface Place {
  route: Route;
  asked: Asked;
  /** The view that is shown beside a paper's page, where that is another than the list of papers. */
  under?: ViewName;
}

export const NOTHING_ASKED: Asked = { query: '', sort: 'relevance', group: undefined };

/** The place of a hash, with or without its `#`. */
export function parsePlace(hash: string): Place {
  const route = parseRoute(hash);
  const at = hash.indexOf('?');
  const said = new URLSearchParams(at < 0 ? '' : hash.slice(at + 1));
  const under = said.get('in');
  const asked: Asked = {
    query: said.get('q') ?? '',
    sort: SORTS.find((one) => one === said.get('sort')) ?? 'relevance',
    group: GROUPS.find((one) => one === said.get('group')),
  };
  return { route, asked, ...(isAPaper(route) && isViewName(under) && { under }) };
}

/** The hash of a place, with its `#`. What is usual is not said. */
export function placeHash({ route, asked: { query, sort, group }, under }: Place): string {
  const said = new URLSearchParams();
  if (query !== '') said.set('q', query);
  if (sort !== 'relevance') said.set('sort', sort);
  if (group) said.set('group', group);
  if (under && isAPaper(route)) said.set('in', under);
  const text = said.toString().replaceAll('%3A', ':'); // a query is to be read in the address
  return hashOf(route) + (text && `?${text}`);
}

/** Whether a route leads to what is about one paper, which may stand beside a list. */
export function isAPaper({ view }: Route): boolean {
  return view === 'paper' || view === 'similar';
}
