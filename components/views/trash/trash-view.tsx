import { useRef } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { leaveRow } from '@/components/hooks/move-focus';
import { useLive } from '@/components/hooks/use-live';
import { titleOf } from '@/components/paper/paper-words';
import { LibraryFailure } from '@/components/parts/library-failure';
import { Notice } from '@/components/parts/notice';
import type { OffprintDatabase } from '@/storage/database';
import { countTrashed, trashedPapers } from '@/storage/library';
import type { Paper } from '@/utils/paper/schema';
import { ForGood } from './for-good';
import './trash-view.css';

interface TrashViewProps {
  db: OffprintDatabase;
  onRestore(paper: Paper): void;
  onForget(paper: Paper): void;
  onEmpty(): void;
}

/** Papers shown at most; older ones are found again by restoring or deleting newer ones. */
const SHOWN = 500;

/** Removed papers, latest first. Each can be restored or deleted for good, and so can all at once. */
export function TrashView({ db, onRestore, onForget, onEmpty }: TrashViewProps) {
  const root = useRef<HTMLDivElement>(null);
  const trash = useLive(
    async () => ({ rows: await trashedPapers(db, SHOWN), total: await countTrashed(db) }),
    [db],
  );
  if (trash.state === 'loading') return null;
  if (trash.state === 'failed') return <LibraryFailure db={db} error={trash.error} />;
  const { rows, total } = trash.value;
  // The focus goes on before its row goes.
  const leave = () => leaveRow(root.current?.closest('main') ?? document.body);
  if (rows.length === 0) return <Notice title={i18n.t('trash.empty')} hint={i18n.t('trash.hint')} />;
  return (
    <div class="trash" ref={root}>
      <div class="whole">
        <ForGood
          words={i18n.t('trash.emptyOut')}
          papers={total}
          onForGood={() => {
            leave();
            onEmpty();
          }}
        />
      </div>
      <ul class="rows" aria-label={i18n.t('views.trash')}>
        {rows.map(({ id, trashedAt, paper }) => (
          <li key={id}>
            <div>
              <h2 dir="auto">{titleOf(paper)}</h2>
              <p>{i18n.t('trash.removed', [new Date(trashedAt).toLocaleString()])}</p>
            </div>
            <button
              type="button"
              aria-label={i18n.t('trash.restoreLabel', [titleOf(paper)])}
              onClick={() => {
                leave();
                onRestore(paper);
              }}
            >
              {i18n.t('trash.restore')}
            </button>
            <ForGood
              words={i18n.t('trash.forget')}
              label={i18n.t('trash.forgetLabel', [titleOf(paper)])}
              papers={1}
              onForGood={() => {
                leave();
                onForget(paper);
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
