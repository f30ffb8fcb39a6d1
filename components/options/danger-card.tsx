import { useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useLive } from '@/components/hooks/use-live';
import { useTasks } from '@/components/hooks/use-tasks';
import { TaskProgress } from '@/components/parts/task-progress';
import { countTrashed } from '@/storage/counts';
import type { OffprintDatabase } from '@/storage/database';
import { countPapers } from '@/storage/library';
import { type Result, sendMessage } from '@/utils/messages';
import { useGrace } from './use-grace';

interface DangerCardProps {
  db: OffprintDatabase;
}

/** So long the trash can be kept after all. */
const GRACE_SECONDS = 20;

/**
 * What cannot be taken back in the end. Deleting everything moves it to the trash, as one step that can be undone; the
 * trash is emptied a while after the press, or at once if the person says so again.
 */
export function DangerCard({ db }: DangerCardProps) {
  const [told, setTold] = useState('');
  /** The step that moved everything to the trash. */
  const [moved, setMoved] = useState<number>();
  const [task] = useTasks(db);
  const counts = useLive(
    async () => ({ papers: await countPapers(db), trashed: await countTrashed(db) }),
    [db],
  );
  const { papers, trashed } = counts.state === 'ready' ? counts.value : { papers: 0, trashed: 0 };

  async function ask<T>(request: Promise<Result<T>>): Promise<T | undefined> {
    const answer = await request.catch((): Result<T> => ({ ok: false, code: 'unknown' }));
    setTold(answer.ok ? '' : i18n.t(`failure.${answer.code}`));
    return answer.ok ? answer.value : undefined;
  }

  async function empty() {
    setMoved(undefined);
    const gone = await ask(sendMessage('emptyTrash'));
    if (gone) setTold(i18n.t('trash.forgotten', gone.papers));
  }

  async function moveAll() {
    const ids = await db.papers.toCollection().primaryKeys();
    const step = await ask(sendMessage('removePapers', { ids }));
    setMoved(step?.entry);
  }

  async function undo(entry: number) {
    setMoved(undefined);
    if (await ask(sendMessage('undo', { entry }))) setTold(i18n.t('undo.undone'));
  }

  const grace = useGrace(GRACE_SECONDS, () => void empty());
  const busy = task !== undefined;
  return (
    <section class="danger">
      <h2>{i18n.t('options.danger')}</h2>
      {task && <TaskProgress key={task.entry} db={db} task={task} onCancel={undo} />}
      <div class="deed">
        <p>{i18n.t('options.emptyHint')}</p>
        {grace.left === undefined ? (
          <button type="button" disabled={trashed === 0 || busy} onClick={grace.begin}>
            {i18n.t('trash.emptyOut')}
          </button>
        ) : (
          <div class="row">
            <p role="alert">{i18n.t('options.emptying', trashed, [trashed, GRACE_SECONDS])}</p>
            <progress max={GRACE_SECONDS} value={grace.left} aria-label={i18n.t('options.timeLeft')} />
            <button type="button" onClick={grace.cancel}>
              {i18n.t('undo.undo')}
            </button>
            <button type="button" class="alarm" onClick={grace.finish}>
              {i18n.t('options.now')}
            </button>
          </div>
        )}
      </div>
      <div class="deed">
        <p>{i18n.t('options.everythingHint')}</p>
        {moved === undefined || busy ? (
          <button type="button" disabled={papers === 0 || busy} onClick={() => void moveAll()}>
            {i18n.t('options.everything')}
          </button>
        ) : (
          <div class="row">
            <p role="alert">{i18n.t('options.movedAll')}</p>
            <button type="button" onClick={() => void undo(moved)}>
              {i18n.t('undo.undo')}
            </button>
            <button type="button" class="alarm" onClick={() => void empty()}>
              {i18n.t('options.now')}
            </button>
          </div>
        )}
      </div>
      <p aria-live="polite">{told}</p>
    </section>
  );
}
