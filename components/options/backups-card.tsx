import { useEffect, useMemo, useState } from 'preact/hooks';
import { dayWithTime } from '@/components/browser/dates';
import { download } from '@/components/browser/download';
import { i18n } from '@/components/browser/words';
import { useLive } from '@/components/hooks/use-live';
import { Notice } from '@/components/parts/notice';
import { type Backup, BackupDatabase } from '@/storage/backup/backup-database';
import type { OffprintDatabase } from '@/storage/database';
import { backUpLibrary } from '@/storage/export/back-up';
import { failureCode } from '@/storage/failure';
import { type Result, sendMessage } from '@/utils/messages';
import { BackupRow } from './backup-row';

interface BackupsCardProps {
  db: OffprintDatabase;
  store?: BackupDatabase;
}

/** The backups in this browser: what is being done, what there is, and a file for elsewhere. */
export function BackupsCard({ db, store: given }: BackupsCardProps) {
  const store = useMemo(() => given ?? new BackupDatabase(), [given]);
  const [failure, setFailure] = useState('');
  const live = useLive(() => store.backups.orderBy('number').reverse().toArray(), [store]);
  const backups = live.state === 'ready' ? live.value : [];
  const underWay = backups.some(({ after, proof }) => after !== undefined || proof !== undefined);

  // The worker may have been stopped in the middle.
  useEffect(() => {
    if (underWay) void sendMessage('goOn').catch(() => undefined);
  }, [underWay]);

  async function ask(request: Promise<Result<null>>) {
    const answer = await request.catch((): Result<null> => ({ ok: false, code: 'unknown' }));
    setFailure(answer.ok ? '' : i18n.t(`failure.${answer.code}`));
  }

  async function saveFile() {
    setFailure('');
    try {
      download(await backUpLibrary(db, new Date().toISOString()));
    } catch (error) {
      setFailure(i18n.t(`failure.${failureCode(error)}`));
    }
  }

  return (
    <section class="backups">
      <h2>{i18n.t('backups.title')}</h2>
      <p>{i18n.t('backups.hint')}</p>
      <p role="status" class="stand">
        {live.state === 'ready' && statusOf(backups[0])}
      </p>
      {live.state === 'failed' && (
        <Notice
          alarm
          title={i18n.t('backups.unreadable')}
          hint={i18n.t(`failure.${failureCode(live.error)}`)}
        />
      )}
      {failure && <p role="alert">{failure}</p>}
      <div class="row">
        <button type="button" class="primary" disabled={underWay} onClick={() => ask(sendMessage('backUp'))}>
          {i18n.t('backups.now')}
        </button>
        <button type="button" onClick={saveFile}>
          {i18n.t('backups.file')}
        </button>
      </div>
      {backups.length > 0 && (
        <ul class="sentences" aria-label={i18n.t('backups.list')}>
          {backups.map((backup) => (
            <BackupRow
              key={backup.number}
              backup={backup}
              onRestore={() => location.assign(`/library.html?backup=${backup.number}#/import`)}
              onDelete={() => ask(sendMessage('deleteBackup', { number: backup.number }))}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** What is being done, or what the newest backup is worth. */
function statusOf(newest: Backup | undefined): string {
  if (!newest) return i18n.t('backups.none');
  if (newest.after !== undefined) return i18n.t('backups.making', [newest.records]);
  if (newest.proof) return i18n.t(`backups.${newest.proof.stage}`);
  const now = new Date();
  const when = dayWithTime(newest.at, now);
  return newest.verified ? i18n.t('backups.verified', [when]) : i18n.t('backups.wrong', [when]);
}
