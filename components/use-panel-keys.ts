import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { moveFocus } from './move-focus';

interface PanelKeys {
  /** Ctrl Z, but not where the browser's own undo is meant. */
  onUndo(): void;
  /** Escape; says whether there was something to go back from. */
  onBack(): boolean;
  /** Whether arrow keys walk the rows. */
  walk: boolean;
}

/** What keys do in the whole of a panel, whatever has the focus. */
export function usePanelKeys(root: RefObject<HTMLElement | null>, keys: PanelKeys): void {
  const latest = useRef(keys);
  latest.current = keys;

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || !root.current) return;
      const { onUndo, onBack, walk } = latest.current;
      if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !hasText(event.target)) onUndo();
      else if (event.key !== 'Escape' || !onBack()) return walk ? moveFocus(event, root.current) : undefined;
      event.preventDefault();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** In a field with text of its own, the browser's undo is meant. */
function hasText(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.value !== '';
}
