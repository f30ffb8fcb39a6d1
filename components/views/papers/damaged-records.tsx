import { useState } from 'preact/hooks';
import { download } from '@/components/browser/download';
import { i18n } from '@/components/browser/words';
import { useLive } from '@/components/hooks/use-live';
import type { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';

/** Says that records were set aside because they are damaged, and gives them as a file; nothing if there are none. */
export function DamagedRecords({ db }: { db: OffprintDatabase }) {
  const live = useLive(() => db.damaged.count(), [db]);
  const [failed, setFailed] = useState<string>();
  if (live.state !== 'ready' || live.value === 0) return null;
  return (
    <p class="status">
      {i18n.t('damaged.told', live.value)}{' '}
      <button
        type="button"
        class="quiet"
        onClick={async () => {
          const { exportDamaged } = await import('@/storage/export/back-up');
          await exportDamaged(db, new Date().toISOString())
            .then(download)
            .catch((error) => setFailed(i18n.t(`failure.${failureCode(error)}`)));
        }}
      >
        {i18n.t('damaged.save')}
      </button>
      {failed && <span role="alert"> {failed}</span>}
    </p>
  );
}
