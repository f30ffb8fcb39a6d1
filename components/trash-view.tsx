import { i18n } from '#i18n';
import type { OffprintDatabase } from '@/storage/database';
import { trashedPapers } from '@/storage/library';
import type { Paper } from '@/utils/paper/schema';
import { useLive } from './hooks/use-live';
import { LibraryFailure } from './library-failure';
import { Notice } from './notice';
import { titleOf } from './paper-item';

interface TrashViewProps {
  db: OffprintDatabase;
  onRestore(paper: Paper): void;
}

/** Papers shown at most; older ones are found again by restoring newer ones. */
const SHOWN = 500;

/** Removed papers, latest first, each with a button to restore it. */
export function TrashView({ db, onRestore }: TrashViewProps) {
  const trash = useLive(() => trashedPapers(db, SHOWN), [db]);
  if (trash.state === 'loading') return null;
  if (trash.state === 'failed') return <LibraryFailure db={db} error={trash.error} />;
  if (trash.value.length === 0) return <Notice title={i18n.t('trash.empty')} hint={i18n.t('trash.hint')} />;
  return (
    <ul class="rows" aria-label={i18n.t('views.trash')}>
      {trash.value.map(({ id, trashedAt, paper }) => (
        <li key={id}>
          <div>
            <h2 dir="auto">{titleOf(paper)}</h2>
            <p>{i18n.t('trash.removed', [new Date(trashedAt).toLocaleString()])}</p>
          </div>
          <button
            type="button"
            aria-label={i18n.t('trash.restoreLabel', [titleOf(paper)])}
            onClick={() => onRestore(paper)}
          >
            {i18n.t('trash.restore')}
          </button>
        </li>
      ))}
    </ul>
  );
}
