import type { Signal } from '@preact/signals';
import { Menu, X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { Icon } from '@/components/parts/icon';
import './drawer.css';

const ID = 'drawer';

interface DrawerProps {
  onClose(): void;
  children: ComponentChildren;
}

/**
 * What slides over the page from its side, as long as it is drawn. A modal dialog: the browser keeps the focus in it, closes
 * it with Escape and gives the focus back.
 */
export function Drawer({ onClose, children }: DrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    const here = current?.querySelector('.nav-link[aria-current]') ?? current?.querySelector('.nav-link');
    if (here instanceof HTMLElement) here.focus();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it
    <dialog
      ref={dialog}
      id={ID}
      class="drawer"
      aria-label={i18n.t('nav.label')}
      onClose={onClose}
      onClick={({ target }) => {
        // Beside it, or on the way to another place.
        if (target === dialog.current || (target as Element).closest('a')) dialog.current?.close();
      }}
    >
      <button
        type="button"
        class="tool"
        aria-label={i18n.t('nav.close')}
        onClick={() => dialog.current?.close()}
      >
        <Icon of={X} />
      </button>
      {children}
    </dialog>
  );
}

/** Opens the drawer, where there is no room for what is in it. */
export function DrawerButton({ open }: { open: Signal<boolean> }) {
  const { store } = useDesk();
  if (store.beside.value) return null;
  const name = i18n.t('nav.label');
  return (
    <button
      type="button"
      class="tool drawer-button"
      aria-label={name}
      title={name}
      aria-expanded={open.value}
      aria-controls={open.value ? ID : undefined}
      onClick={() => {
        open.value = true;
      }}
    >
      <Icon of={Menu} />
    </button>
  );
}
