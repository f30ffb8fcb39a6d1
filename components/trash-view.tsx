import { i18n } from '#i18n';
import type { OffprintDatabase } from '@/storage/database';
import { trashedPapers } from '@/storage/library';
import type { Paper } from '@/utils/paper/schema';
import { ConfirmButton } from './confirm-button';
import { useLive } from './hooks/use-live';
import { LibraryFailure } from './library-failure';
import { Notice } from './notice';
import { titleOf } from './paper-item';
import './trash-view.css';

interface TrashViewProps {
  db: OffprintDatabase;
  onRestore(paper: Paper): void;
  onForget(ids: readonly string[] | 'all'): void;
}

/** Papers shown at most; older ones are found again by restoring newer ones. */
const SHOWN = 500;

/** Removed papers, latest first, each with buttons to restore it and to delete it for good. */
export function TrashView({ db, onRestore, onForget }: TrashViewProps) {
  const trash = useLive(() => trashedPapers(db, SHOWN), [db]);
  const count = useLive(() => db.trash.count(), [db]);
  if (trash.state === 'loading') return null;
  if (trash.state === 'failed') return <LibraryFailure db={db} error={trash.error} />;
  if (trash.value.length === 0) return <Notice title={i18n.t('trash.empty')} hint={i18n.t('trash.hint')} />;
  const all = count.state === 'ready' ? count.value : trash.value.length;
  const ask = { confirm: i18n.t('trash.forget'), keep: i18n.t('trash.keep') };
  return (
    <>
      <div class="trash-tools">
        <ConfirmButton
          {...ask}
          words={i18n.t('trash.clear')}
          question={i18n.t('trash.clearAsk', all)}
          onConfirm={() => onForget('all')}
        />
      </div>
      <ul class="rows" aria-label={i18n.t('views.trash')}>
        {trash.value.map(({ id, trashedAt, paper }) => (
          <li key={id}>
            <div>
              <h2 dir="auto">{titleOf(paper)}</h2>
              <p>{i18n.t('trash.removed', [new Date(trashedAt).toLocaleString()])}</p>
            </div>
            <div class="trash-deeds">
              <button
                type="button"
                aria-label={i18n.t('trash.restoreLabel', [titleOf(paper)])}
                onClick={() => onRestore(paper)}
              >
                {i18n.t('trash.restore')}
              </button>
              <ConfirmButton
                {...ask}
                words={i18n.t('trash.forget')}
                label={i18n.t('trash.forgetLabel', [titleOf(paper)])}
                question={i18n.t('trash.forgetAsk')}
                onConfirm={() => onForget([id])}
              />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
