import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Desk } from '@/components/desk/desk';
import { listInSight, selectAt } from '@/components/desk/use-selection';
import { holdLetters } from '@/components/hooks/held-letters';
import { takesText } from '@/components/hooks/use-panel-keys';
import { titleOf } from '@/components/paper/paper-words';
import { nextStatus } from '@/components/paper/status-button';
import { onlinePlaces, pageOnline } from '@/utils/paper/places-online';
import type { Paper } from '@/utils/paper/schema';
import { actionOf, type KeyAction } from './keys';

/** Single letters act on the paper whose page is shown or whose row has the focus. Text fields keep their letters. */
export function useShortcuts(root: RefObject<HTMLElement | null>, desk: Desk, onSheet: () => void): void {
  const latest = useRef(desk);
  latest.current = desk;

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const { target, key, ctrlKey, metaKey, altKey, defaultPrevented, isComposing, repeat } = event;
      if (defaultPrevented || isComposing || ctrlKey || metaKey || altKey || takesText(target)) return;
      if (document.querySelector('dialog[open]')) return;
      if ((target as Element).closest?.('select, [role=menu], [role=listbox]')) return;
      const action = actionOf(key);
      if (!action || !root.current) return;
      if (repeat && action !== 'next' && action !== 'previous') return;
      if (act(action, root.current, latest.current, onSheet)) event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Does what a key says; false if there is nothing that it could be about. */
function act(action: KeyAction, root: HTMLElement, desk: Desk, onSheet: () => void): boolean {
  const { commands } = desk;
  if (action === 'sheet') onSheet();
  else if (action === 'undo') void commands.undo();
  else if (action === 'redo') void commands.redo();
  else if (action === 'search') {
    const { route, beside } = desk.store;
    if (route.peek().view !== 'papers' && !beside.peek()) desk.go({ view: 'papers' });
    root.querySelector<HTMLInputElement>('input[type=search]')?.focus();
  } else if (action === 'ways') return toWays();
  else if (action === 'next' || action === 'previous') return walk(root, action);
  else {
    const id = paperInFront(root, desk);
    if (id === undefined) return false;
    if (action === 'select' || action === 'selectTo') {
      if (!listInSight(desk.store)) return false;
      const select = selectAt(desk);
      if (action === 'select') select.toggle(id);
      else void select.rangeTo(id);
      return true;
    }
    if (action === 'cite') return openCite(root, id);
    if (action === 'tags' && openTags(id)) return true;
    if (action === 'note' && focusNote(root, id)) return true;
    if (action === 'note' || action === 'edit' || action === 'tags') {
      if (action === 'note') holdLetters();
      desk.go({ view: 'paper', id, field: action });
      return true;
    }
    void desk.db.papers.get(id).then((paper) => paper && actOn(action, desk.shown(paper), desk));
  }
  return true;
}

function actOn(action: KeyAction, paper: Paper, { edit, opened, commands }: Desk): void {
  const { id, starred, status } = paper;
  function visit(address: string | undefined): void {
    if (!address) return;
    void opened(id, address);
    open(address, '_blank', 'noopener,noreferrer');
  }
  if (action === 'star') void edit([id], { set: { starred: !starred } });
  if (action === 'status') void edit([id], { set: { status: nextStatus(status) } });
  if (action === 'remove') void commands.remove(id, titleOf(paper));
  if (action === 'source') visit(pageOnline(paper));
  if (action === 'pdf') visit(onlinePlaces(paper).find(({ place }) => place === 'pdf')?.url);
}

/** The paper whose row or page has the focus, else the one whose page is open. */
function paperInFront(root: HTMLElement, { store }: Desk): string | undefined {
  const route = store.route.peek();
  const { activeElement } = document;
  const focused = root.contains(activeElement)
    ? activeElement?.closest<HTMLElement>('[data-paper]')?.dataset.paper
    : undefined;
  return focused ?? (route.view === 'paper' ? route.id : undefined);
}

/** In a list the tags are edited where they stand. */
function openTags(id: string): boolean {
  const row = document.activeElement?.closest<HTMLElement>('.paper-row');
  if (row?.dataset.paper !== id) return false;
  row.querySelector<HTMLElement>('[data-action=tags]')?.click();
  return true;
}

/** The menu of what can be copied, in the row or on the paper's page. */
function openCite(root: HTMLElement, id: string): boolean {
  const places = [...root.querySelectorAll<HTMLElement>('[data-paper]')].filter(
    ({ dataset }) => dataset.paper === id,
  );
  const place = places.find((one) => one.contains(document.activeElement)) ?? places.at(-1);
  const button = place?.querySelector<HTMLElement>('[data-action=cite]');
  button?.click();
  return button !== undefined && button !== null;
}

/** On a paper's page the note has the focus at once, so that it gets the letters that follow. */
function focusNote(root: HTMLElement, id: string): boolean {
  const page = root.querySelector<HTMLElement>('.paper-page');
  const field = page?.dataset.paper === id && page.querySelector<HTMLElement>('.note-field textarea');
  if (!field) return false;
  field.focus();
  return true;
}

/** To the ways beside the library, or to the drawer that they are in; popup and panel have none. */
function toWays(): boolean {
  const way =
    document.querySelector<HTMLElement>('.sidebar .nav-link[aria-current]') ??
    document.querySelector<HTMLElement>('.sidebar .nav-link');
  way?.focus();
  const button = document.querySelector<HTMLElement>('.drawer-button');
  if (!way) button?.click();
  return way !== null || button !== null;
}

/** Moves to the next row or the one before, as the arrow keys do; into the list, if the focus is elsewhere. */
function walk(root: HTMLElement, action: 'next' | 'previous'): boolean {
  const inList = document.activeElement?.closest('li') && root.contains(document.activeElement);
  if (!inList) {
    const first = root.querySelector<HTMLElement>('[data-stop][tabindex="0"]');
    first?.focus();
    return first !== null;
  }
  const key = action === 'next' ? 'ArrowDown' : 'ArrowUp';
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );
  return true;
}
