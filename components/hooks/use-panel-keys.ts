import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { moveFocus } from './move-focus';

interface PanelKeys {
  /** Ctrl Z, on macOS Cmd Z. Like the keys of `onRedo`, it belongs to a text field that has the focus. */
  onUndo(): void;
  /** Ctrl Shift Z, on macOS Cmd Shift Z; elsewhere also Ctrl Y. */
  onRedo(): void;
  /** Escape; says whether there was something to go back from. */
  onBack(): boolean;
  /** Whether the view is a list of the library: arrow keys walk its rows, and undo is about it. */
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
      const { onUndo, onRedo, onBack, listing } = latest.current;
      if (event.key === 'Escape' && onBack()) event.preventDefault();
      else if (!listing) return;
      else {
        const act = { undo: onUndo, redo: onRedo, none: undefined }[stepOf(event)];
        if (!act) return moveFocus(event, root.current);
        event.preventDefault();
        if (!event.repeat) act();
      }
    }
    window.addEventListener('keydown', onKeyDown); // after the views, which listen at the document
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** What a key asks of the history. In a text field it asks the browser, even if the field is empty: its text may come back. */
function stepOf(event: KeyboardEvent): 'undo' | 'redo' | 'none' {
  const { ctrlKey, metaKey, altKey, shiftKey, target } = event;
  const mac = navigator.platform.startsWith('Mac');
  const commanded = mac ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  if (!commanded || altKey || takesText(target)) return 'none';
  const key = event.key.toLowerCase(); // Shift and Caps Lock make it a capital
  if (key === 'z') return shiftKey ? 'redo' : 'undo';
  return key === 'y' && !shiftKey && !mac ? 'redo' : 'none';
}

/** Inputs without a text to undo in. */
const TEXTLESS = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]);

export function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !TEXTLESS.has(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
