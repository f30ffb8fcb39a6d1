import { useState } from 'preact/hooks';
import { browser } from '#imports';
import { i18n } from '@/components/browser/words';
import { useLive } from '@/components/hooks/use-live';
import { useOnce } from '@/components/hooks/use-once';
import { LibraryFailure } from '@/components/parts/library-failure';
import { countTrashed } from '@/storage/counts';
import type { OffprintDatabase } from '@/storage/database';
import { countPapers } from '@/storage/library';

interface LibraryCardProps {
  db: OffprintDatabase;
}

/** How much there is, how much room it takes, and whether the browser keeps it. */
export function LibraryCard({ db }: LibraryCardProps) {
  /** The browser's answer when it was asked to keep the library. */
  const [answer, setAnswer] = useState<boolean>();
  const counts = useLive(
    async () => ({ papers: await countPapers(db), trashed: await countTrashed(db) }),
    [db],
  );
  const usage = useOnce(async () => (await navigator.storage.estimate()).usage, [counts]);
  const kept = useOnce(async () => isExempt() || navigator.storage.persisted(), [answer]);

  return (
    <section>
      <h2>{i18n.t('options.storage')}</h2>
      {counts.state === 'failed' && <LibraryFailure db={db} error={counts.error} />}
      {counts.state === 'ready' && (
        <>
          <p class="stand" role="status">
            {i18n.t('search.count', counts.value.papers)}
            {usage !== undefined && `, ${i18n.t('options.size', [Math.round(usage / 1e5) / 10])}`}
          </p>
          {counts.value.trashed > 0 && (
            <p>
              <a href="/library.html#/trash">{i18n.t('options.trashed', counts.value.trashed)}</a>
            </p>
          )}
        </>
      )}
      {kept !== undefined && <p>{i18n.t(kept ? 'options.kept' : 'options.notKept')}</p>}
      {kept === false && (
        <button type="button" onClick={async () => setAnswer(await navigator.storage.persist())}>
          {i18n.t('options.keep')}
        </button>
      )}
      {kept === false && answer === false && <p role="alert">{i18n.t('options.refused')}</p>}
    </section>
  );
}

/**
 * Chrome deletes nothing of an extension with this right when the disk is full, whether it was asked to or not
 * (https://developer.chrome.com/docs/extensions/develop/concepts/storage-and-cookies). Firefox does unless it was asked.
 */
function isExempt(): boolean {
  const { permissions = [] } = browser.runtime.getManifest();
  return !import.meta.env.FIREFOX && permissions.includes('unlimitedStorage');
}
