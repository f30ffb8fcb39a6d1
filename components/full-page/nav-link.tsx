import type { IconNode } from 'lucide';
import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { number } from '@/components/browser/words';
import { askedOf } from '@/components/desk/address';
import { useDesk } from '@/components/desk/desk';
import { type Asked, isAPaper, placeHash } from '@/components/desk/place';
import type { ViewName } from '@/components/desk/route';
import { Icon } from '@/components/parts/icon';

interface NavLinkProps {
  /** A list of papers by what it is asked, or a view. */
  to: (Pick<Asked, 'query'> & Partial<Asked>) | { view: ViewName };
  icon?: IconNode;
  /** How many papers it leads to, once that is known. */
  count?: number | undefined;
  /** Of the dot before it (degrees). */
  hue?: number;
  /** What is the matter with it. */
  hint?: string;
  children: ComponentChildren;
}

/** One way, in a list of ways: a link to an address, marked where one is there. */
export function NavLink({ to, icon, count, hue, hint, children }: NavLinkProps) {
  const { store, go } = useDesk();
  const { sort, group, query } = askedOf(store);
  const view = 'view' in to ? to.view : 'papers';
  const asked = { sort, group, query, ...('query' in to && to) };
  const route = { view } as const;
  const here = isAPaper(store.route.value) ? (store.under.value ?? 'papers') : store.route.value.view;
  const current = here === view && asked.query.trim() === query.trim();

  function onClick(event: TargetedMouseEvent<HTMLElement>) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(route, asked);
  }

  return (
    <li>
      <a
        class="nav-link"
        href={placeHash({ route, asked })}
        aria-current={current ? 'page' : undefined}
        title={hint || undefined}
        onClick={onClick}
      >
        {icon && <Icon of={icon} />}
        {hue !== undefined && <i class="nav-dot" style={{ '--hue': hue }} />}
        <span dir="auto">{children}</span>
        {count !== undefined && ' '}
        {count !== undefined && <span class="nav-count">{number(count)}</span>}
      </a>
    </li>
  );
}
