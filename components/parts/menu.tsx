import { Check } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icon';
import './menu.css';

/** One item of a menu: it does something, or leads to an address. */
export interface MenuItem {
  name: string;
  href?: string;
  /** Of a choice between several: whether it is the one that holds. */
  checked?: boolean;
  onChoose?(): void;
}

interface MenuProps {
  /** Of the button. */
  class?: string;
  /** The button's name, if its content is not its name. */
  label?: string;
  busy?: boolean;
  disabled?: boolean;
  tabIndex?: number | undefined;
  /** By which a key finds the button. */
  action?: string;
  /** Words above the items. */
  heading?: string;
  /** Asked for when it opens. */
  items(): readonly MenuItem[];
  /** What the button shows. */
  children: ComponentChildren;
}

/** A button that opens a menu (https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/). */
export function Menu({ class: look, action, label, busy, disabled, tabIndex, heading, ...rest }: MenuProps) {
  const { items, children } = rest;
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
    const items = itemsIn(root.current);
    (items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus();
    const close = (event: Event) => root.current?.contains(event.target as Node) || setOpen(false);
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [open]);

  useLayoutEffect(() => {
    if (!open || !menu.current) return;
    // It opens upwards where there is no room below, and from the other edge of its button where there is none beside it.
    const { bottom, left, right } = menu.current.getBoundingClientRect();
    menu.current.classList.toggle('above', bottom > innerHeight);
    menu.current.classList.toggle('start', left < 0 || right > innerWidth);
  }, [open]);

  function close() {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  }

  function choose({ onChoose }: MenuItem) {
    close();
    onChoose?.();
  }

  function move(event: KeyboardEvent) {
    const all = itemsIn(root.current);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = all.indexOf(document.activeElement as HTMLElement) + step;
    if (step !== 0) all.at(next % all.length)?.focus();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all.at(-1)?.focus();
    else if (event.key === 'Escape') close();
    else {
      if (event.key === 'Tab') setOpen(false);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class="menu-button" ref={root}>
      <button
        type="button"
        class={look}
        data-action={action}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        aria-busy={busy}
        disabled={disabled}
        tabIndex={tabIndex}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <div role="menu" id={id} ref={menu} class="menu floating appear" aria-label={label} onKeyDown={move}>
          {heading && <p role="presentation">{heading}</p>}
          {items().map((item) => (
            <Item key={item.name} item={item} onChoose={() => choose(item)} />
          ))}
        </div>
      )}
    </div>
  );
}

function Item({ item: { name, href, checked }, onChoose }: { item: MenuItem; onChoose(): void }) {
  if (href !== undefined)
    return (
      <a
        role="menuitem"
        tabIndex={-1}
        href={href}
        target="_blank"
        rel="noreferrer noopener"
        onClick={onChoose}
      >
        {name}
      </a>
    );
  if (checked !== undefined)
    return (
      <button type="button" role="menuitemradio" aria-checked={checked} tabIndex={-1} onClick={onChoose}>
        <span class="chosen">{checked && <Icon of={Check} />}</span>
        {name}
      </button>
    );
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={onChoose}>
      {name}
    </button>
  );
}

function itemsIn(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
}
