/**
 * Where one is in a panel, and its address: the part of it after `#`. So the browser's Back works, and a place can be
 * linked to.
 */

/** Views that stand in the place of the list. */
export const VIEWS = ['collect', 'import', 'queue', 'tags', 'add', 'trash', 'history'] as const;
export type ViewName = (typeof VIEWS)[number];

/** A paper's page may open at one of its fields. */
export type Field = 'note' | 'tags' | 'edit';

export type Route =
  | { view: 'papers' }
  | { view: 'paper'; id: string; field?: Field }
  | { view: 'similar'; id: string }
  | { view: ViewName };

const FIELDS: readonly string[] = ['note', 'tags', 'edit'] satisfies Field[];

/** The route of a hash, with or without its `#`; the list of papers for anything unknown. */
export function parseRoute(hash: string): Route {
  const [view = '', rest = '', field = ''] = hash.replace(/^#?\/?/, '').split('/');
  if ((view === 'paper' || view === 'similar') && rest !== '') {
    const id = decoded(rest);
    if (id === undefined) return { view: 'papers' };
    return view === 'paper' && FIELDS.includes(field) ? { view, id, field: field as Field } : { view, id };
  }
  return (VIEWS as readonly string[]).includes(view) ? { view: view as ViewName } : { view: 'papers' };
}

/** The hash of a route, with its `#`. */
export function hashOf(route: Route): string {
  if (!('id' in route)) return route.view === 'papers' ? '#/' : `#/${route.view}`;
  const field = route.view === 'paper' && route.field ? `/${route.field}` : '';
  return `#/${route.view}/${encodeURIComponent(route.id)}${field}`;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // a `%` that begins no character
  }
}
