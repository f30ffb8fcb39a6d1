/**
 * Where one is in a page of ours, and the part of its address that says so: the path after `#`. So the browser's Back works,
 * and a place can be linked to.
 */

/** Views that stand in the place of the list. */
export const VIEWS = [
  'collect',
  'import',
  'searches',
  'queue',
  'tags',
  'add',
  'duplicates',
  'trash',
  'history',
] as const;
export type ViewName = (typeof VIEWS)[number];

/** A paper's page may open at one of its fields. */
export type Field = 'note' | 'tags' | 'edit';

export type Route =
  | { view: 'papers' }
  | { view: 'paper'; id: string; field?: Field }
  | { view: 'similar'; id: string }
  | { view: ViewName }
  /** An address that leads to nothing that is here. */
  | { view: 'nowhere'; path: string };

const FIELDS: readonly string[] = ['note', 'tags', 'edit'] satisfies Field[];

/** The route of a hash, with or without its `#`; what follows a `?` is left out. */
export function parseRoute(hash: string): Route {
  const path = hash.replace(/\?.*$/s, '').replace(/^#?\/?/, '');
  const [view = '', rest = '', field = ''] = path.split('/');
  if (path === '' || view === 'papers') return { view: 'papers' };
  if (isViewName(view)) return { view };
  const id = decoded(rest);
  if (!id || (view !== 'paper' && view !== 'similar')) return { view: 'nowhere', path };
  return view === 'paper' && FIELDS.includes(field) ? { view, id, field: field as Field } : { view, id };
}

/** The hash of a route, with its `#`. */
export function hashOf(route: Route): string {
  if (route.view === 'nowhere') return `#/${route.path}`;
  if (!('id' in route)) return route.view === 'papers' ? '#/' : `#/${route.view}`;
  const field = route.view === 'paper' && route.field ? `/${route.field}` : '';
  return `#/${route.view}/${encodeURIComponent(route.id)}${field}`;
}

export function isViewName(name: string | null): name is ViewName {
  return (VIEWS as readonly (string | null)[]).includes(name);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // a `%` that begins no character
  }
}
