import { useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { useLive } from '@/components/hooks/use-live';
import { LibraryFailure } from '@/components/parts/library-failure';
import { Notice } from '@/components/parts/notice';
import { likelyDuplicates } from '@/storage/duplicates';
import { Pair } from './pair';
import './duplicates-view.css';

/** Pairs that are shown at a time. */
const PART = 10;

/** Records that may be one paper. Nothing is joined by itself: the person says whether they are. */
export function DuplicatesView() {
  const { db } = useDesk();
  const [wanted, setWanted] = useState(PART);
  const live = useLive(() => likelyDuplicates(db, wanted), [db, wanted]);
  if (live.state === 'loading') return null;
  if (live.state === 'failed') return <LibraryFailure db={db} error={live.error} />;
  const { pairs, next, looking } = live.value;
  const now = new Date();
  if (pairs.length === 0 && !looking)
    return <Notice title={i18n.t('duplicates.empty')} hint={i18n.t('duplicates.emptyHint')} />;
  return (
    <section class="duplicates">
      <p class="status" role="status">
        {looking ? i18n.t('duplicates.looking') : i18n.t('duplicates.hint')}
      </p>
      {pairs.map((papers) => (
        <Pair key={papers.map(({ id }) => id).join(' ')} papers={papers} now={now} />
      ))}
      {next && (
        <div class="further">
          <button type="button" onClick={() => setWanted(wanted + PART)}>
            {i18n.t('duplicates.more')}
          </button>
        </div>
      )}
    </section>
  );
}
