import { dayWithTime } from '@/components/browser/dates';
import { i18n } from '@/components/browser/words';
import { ForGood } from '@/components/parts/for-good';
import type { Backup } from '@/storage/backup/backup-database';

interface BackupRowProps {
  backup: Backup;
  onRestore(): void;
  onDelete(): void;
}

/** One backup: of when it is, what it holds, what it is worth, and what can be done with it. */
export function BackupRow({ backup, onRestore, onDelete }: BackupRowProps) {
  const { at, records, added, after, proof, verified } = backup;
  const now = new Date();
  const when = dayWithTime(at, now);
  const worth = verified
    ? i18n.t('backups.isVerified', [dayWithTime(verified, now)])
    : i18n.t(after !== undefined || proof ? 'backups.isNotYet' : 'backups.isWrong');
  return (
    <li class="backup">
      <div>
        <strong>{when}</strong>
        <p>
          {i18n.t('search.count', records)} · {i18n.t('options.size', [megabytes(added)])} · {worth}
        </p>
      </div>
      <div class="row">
        {after === undefined && (
          <button type="button" onClick={onRestore} aria-label={i18n.t('backups.restoreOf', [when])}>
            {i18n.t('backups.restore')}
          </button>
        )}
        <ForGood
          words={i18n.t('backups.delete')}
          label={i18n.t('backups.deleteOf', [when])}
          question={i18n.t('backups.deleting', [when])}
          onForGood={onDelete}
        />
      </div>
    </li>
  );
}

function megabytes(bytes: number): string {
  return String(Math.max(0.1, Math.round(bytes / 1e5) / 10));
}
