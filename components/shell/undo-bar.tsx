import type { ComponentChildren } from 'preact';
import { i18n } from '@/components/browser/words';
import type { Done } from '@/components/hooks/use-commands';
import './undo-bar.css';

interface UndoBarProps {
  done: Done | undefined;
  onUndo(entry: number): void;
  /** Other messages that must not move the list. */
  children?: ComponentChildren;
}

/** What was just done, with Undo if that can be undone. The live region exists from the start, so that screen readers announce it. */
export function UndoBar({ done, onUndo, children }: UndoBarProps) {
  const entry = done?.entry;
  return (
    <div class="undo" aria-live="polite">
      {children}
      {done && (
        <div class="undo-bar appear">
          <span dir="auto">{done.words}</span>
          {entry !== undefined && (
            <button type="button" onClick={() => onUndo(entry)}>
              {i18n.t(done.again ? 'undo.redo' : 'undo.undo')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
