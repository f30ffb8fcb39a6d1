import { useMemo, useRef } from 'preact/hooks';
import { fullMoment, spokenMoment } from '@/components/browser/dates';
import { i18n } from '@/components/browser/words';
import { leaveRow } from '@/components/hooks/move-focus';
import { useFailure } from '@/components/hooks/use-failure';
import { useLive } from '@/components/hooks/use-live';
import { keyedSource } from '@/components/list/keyed-source';
import { PAGE } from '@/components/list/pages';
import { usePages } from '@/components/list/use-pages';
import { WindowedList } from '@/components/list/windowed-list';
import { titleOf } from '@/components/paper/paper-words';
import { ForGood } from '@/components/parts/for-good';
import { LibraryFailure } from '@/components/parts/library-failure';
import { Notice } from '@/components/parts/notice';
import { countTrashed } from '@/storage/counts';
import type { OffprintDatabase, Trashed } from '@/storage/database';
import { trashedIds, trashedPapers } from '@/storage/library';
import type { Paper } from '@/utils/paper/schema';
import { BackupsHold } from './backups-hold';
import './trash-view.css';

interface TrashViewProps {
  db: OffprintDatabase;
  onRestore(paper: Paper): void;
  onForget(paper: Paper): void;
  onEmpty(): void;
}

/** The height of a usual row (px). */
const ROW = 92;

/** Removed papers, latest first. Each can be restored or deleted for good, and so can all at once. */
export function TrashView({ db, ...deeds }: TrashViewProps) {
  const trash = useLive(
    async () => ({ first: await trashedPapers(db, PAGE), total: await countTrashed(db) }),
    [db],
  );
  if (trash.state === 'loading') return null;
  if (trash.state === 'failed') return <LibraryFailure db={db} error={trash.error} />;
  if (trash.value.total === 0) return <Notice title={i18n.t('trash.empty')} hint={i18n.t('trash.hint')} />;
  return <TrashList db={db} {...trash.value} {...deeds} />;
}

interface TrashListProps extends TrashViewProps {
  first: Trashed[];
  total: number;
}

function TrashList({ db, first, total, onRestore, onForget, onEmpty }: TrashListProps) {
  const source = useMemo(
    () =>
      keyedSource({
        total,
        first,
        keys: () => trashedIds(db),
        rows: (ids) => db.trash.bulkGet(ids),
      }),
    [db, first, total],
  );
  const root = useRef<HTMLDivElement>(null);
  // The focus goes on before its row goes.
  const leave = () => leaveRow(root.current?.closest('main') ?? document.body);
  const [failure, onError] = useFailure();
  const rows = usePages({ list: 'trash', source, keyOf, onError });
  if (failure) return <LibraryFailure db={db} error={failure.error} />;
  return (
    <div class="trash" ref={root}>
      <BackupsHold />
      <div class="whole">
        <ForGood
          words={i18n.t('trash.emptyOut')}
          question={i18n.t('trash.warning', total)}
          onForGood={() => {
            leave();
            onEmpty();
          }}
        />
      </div>
      <WindowedList
        label={i18n.t('views.trash')}
        class="rows"
        rows={rows}
        estimate={ROW}
        renderRow={({ trashedAt, paper }, _, stop) => (
          <div class="row">
            <div>
              <h2 dir="auto">{titleOf(paper)}</h2>
              <p>
                <time dateTime={trashedAt} title={fullMoment(trashedAt)}>
                  {i18n.t('trash.removed', [spokenMoment(trashedAt, new Date())])}
                </time>
              </p>
            </div>
            <button
              type="button"
              {...stop}
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
              question={i18n.t('trash.warning', 1)}
              onForGood={() => {
                leave();
                onForget(paper);
              }}
            />
          </div>
        )}
      />
    </div>
  );
}

function keyOf({ id }: Trashed): string {
  return id;
}
