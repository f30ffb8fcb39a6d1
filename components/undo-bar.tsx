import { i18n } from '#i18n';
import './undo-bar.css';

interface UndoBarProps {
  message: string;
  onUndo(): void;
}

/** What was just done, and the way back. */
export function UndoBar({ message, onUndo }: UndoBarProps) {
  return (
    <div class="undo-bar appear" aria-live="polite">
      <span dir="auto">{message}</span>
      <button type="button" onClick={onUndo}>
        {i18n.t('undo.undo')}
      </button>
    </div>
  );
}
