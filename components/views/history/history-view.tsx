import { i18n } from '@/components/browser/words';
import { stepWords } from '@/components/hooks/step-words';
import type { Commands } from '@/components/hooks/use-commands';
import { useLive } from '@/components/hooks/use-live';
import { LibraryFailure } from '@/components/parts/library-failure';
import { Notice } from '@/components/parts/notice';
import type { JournalEntry, OffprintDatabase } from '@/storage/database';
import { recentHistory } from '@/storage/library';

interface HistoryViewProps {
  db: OffprintDatabase;
  onUndo: Commands['undo'];
}

const SHOWN = 100;

/** What was done lately. Each step can be undone and redone. */
export function HistoryView({ db, onUndo }: HistoryViewProps) {
  const history = useLive(() => recentHistory(db, SHOWN), [db]);
  if (history.state === 'loading') return null;
  if (history.state === 'failed') return <LibraryFailure db={db} error={history.error} />;
  if (history.value.length === 0)
    return <Notice title={i18n.t('history.empty')} hint={i18n.t('history.hint')} />;
  return (
    <ul class="rows" aria-label={i18n.t('views.history')}>
      {history.value.map((entry) => (
        <Step key={entry.entry} entry={entry} onUndo={onUndo} />
      ))}
    </ul>
  );
}

function Step({ entry: step, onUndo }: { entry: JournalEntry; onUndo: Commands['undo'] }) {
  const { entry, at, undoneBy, kept, running } = step;
  return (
    <li class={undoneBy ? 'undone' : ''}>
      <div>
        <h2 dir="auto">{stepWords(step)}</h2>
        <p>{new Date(at).toLocaleString()}</p>
        {kept !== undefined && <p>{i18n.t('undo.kept', kept)}</p>}
      </div>
      <button type="button" onClick={() => onUndo(undoneBy ?? entry)}>
        {i18n.t(running ? 'task.cancel' : undoneBy ? 'undo.redo' : 'undo.undo')}
      </button>
    </li>
  );
}
