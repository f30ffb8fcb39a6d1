import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { moveFocus } from './move-focus';

interface PanelKeys {
  /** Ctrl Z, but not where the browser's own undo is meant. */
  onUndo(): void;
  /** Escape; says whether there was something to go back from. */
  onBack(): boolean;
  /** Whether the view is a list of the library: arrow keys walk its rows, and Ctrl Z is about it. */
  listing: boolean;
}

/** What keys do in the whole of a panel, whatever has the focus. */
export function usePanelKeys(root: RefObject<HTMLElement | null>, keys: PanelKeys): void {
  const latest = useRef(keys);
  latest.current = keys;

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      // While characters are composed, keys choose among them.
      if (event.defaultPrevented || event.isComposing || !root.current) return;
      const { onUndo, onBack, listing } = latest.current;
      if (event.key === 'Escape' && onBack()) event.preventDefault();
      else if (!listing) return;
      else if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !hasText(event.target)) {
        event.preventDefault();
        if (!event.repeat) onUndo();
      } else moveFocus(event, root.current);
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
