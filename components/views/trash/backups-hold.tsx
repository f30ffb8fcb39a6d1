import { useMemo } from 'preact/hooks';
import { dayOfMoment } from '@/components/browser/dates';
import { i18n } from '@/components/browser/words';
import { useLive } from '@/components/hooks/use-live';
import { BackupDatabase } from '@/storage/backup/backup-database';

/** Says that backups keep what they hold, and where they can be deleted; nothing if there are none. */
export function BackupsHold({ store: given }: { store?: BackupDatabase }) {
  const store = useMemo(() => given ?? new BackupDatabase(), [given]);
  const live = useLive(
    async () => ({ count: await store.backups.count(), last: await store.backups.orderBy('number').last() }),
    [store],
  );
  if (live.state !== 'ready' || !live.value.last) return null;
  const { count, last } = live.value;
  return (
    <p class="backups-hold">
      {i18n.t('trash.backups', count, [count, dayOfMoment(last.at, new Date())])}{' '}
      <a href="/options.html" target="_blank" rel="noopener">
        {i18n.t('trash.toBackups')}
      </a>
    </p>
  );
}
