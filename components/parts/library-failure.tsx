import { useState } from 'preact/hooks';
import { download } from '@/components/browser/download';
import { i18n } from '@/components/browser/words';
import { useOnce } from '@/components/hooks/use-once';
import type { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import { heldBefore } from '@/storage/guard';
import { salvageLibrary } from '@/storage/salvage';
import { sendMessage } from '@/utils/messages';
import { Notice } from './notice';

interface LibraryFailureProps {
  db: OffprintDatabase;
  error: unknown;
  /** Leads to the import, where there is one. */
  onImport?: (() => void) | undefined;
}

/** The library cannot be shown: what happened, what is safe, and what can be done about it. */
export function LibraryFailure({ db, error, onImport }: LibraryFailureProps) {
  const [told, setTold] = useState<string>();
  const code = failureCode(error);
  const held = useOnce(heldBefore, []);

  async function salvage() {
    const file = await salvageLibrary(db.name, new Date().toISOString()).catch(() => undefined);
    if (!file) return setTold(i18n.t('failed.nothingReadable'));
    await download(file).then(
      () => setTold(i18n.t('failed.salvaged', [file.name])),
      (failed) => setTold(i18n.t(`failure.${failureCode(failed)}`)),
    );
  }

  async function startAnew() {
    const answer = await sendMessage('startAnew').catch(() => ({ ok: false, code: 'unknown' }) as const);
    if (answer.ok) location.reload();
    else setTold(i18n.t(`failure.${answer.code}`));
  }

  return (
    <Notice
      alarm
      title={code === 'lost' && held !== undefined ? i18n.t('failed.lost', held) : i18n.t('failed.title')}
      hint={i18n.t(`failure.${code}`)}
    >
      <div class="row">
        {code === 'lost' && onImport && (
          <button type="button" class="primary" onClick={onImport}>
            {i18n.t('failed.importBackup')}
          </button>
        )}
        <button type="button" onClick={() => location.reload()}>
          {i18n.t('failed.retry')}
        </button>
        {code === 'lost' ? (
          <button type="button" onClick={startAnew}>
            {i18n.t('failed.startAnew')}
          </button>
        ) : (
          <button type="button" onClick={salvage}>
            {i18n.t('failed.salvage')}
          </button>
        )}
      </div>
      {told && <p role="status">{told}</p>}
    </Notice>
  );
}
