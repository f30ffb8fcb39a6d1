import { i18n, percent } from '@/components/browser/words';
import { useLive } from '@/components/hooks/use-live';
import type { OffprintDatabase, Task } from '@/storage/database';
import { sendMessage } from '@/utils/messages';
import { Progress } from './progress';

interface TaskProgressProps {
  db: OffprintDatabase;
  task: Task;
  /** Cancels the task, which undoes what it did. */
  onCancel(entry: number): void;
}

/** How far a large change is, or what stopped it. */
export function TaskProgress({ db, task, onCancel }: TaskProgressProps) {
  const { entry, work, done, parts, failed } = task;
  const undone = useLive(async () => ('of' in work ? db.journal.get(work.of) : undefined), [db, entry]);
  const again = undone.state === 'ready' && undone.value?.intention === 'undo';
  const share = done / Math.max(1, parts);
  const doing = doingOf(work, again);
  const words = failed
    ? i18n.t(failed === 'full' ? 'task.full' : 'task.stopped', [percent(share)])
    : i18n.t(`task.${doing}`, [percent(share)]);
  return (
    <Progress words={words} share={share} busy={!failed}>
      {failed && (
        <button
          type="button"
          class="primary"
          onClick={() => sendMessage('resumeTasks').catch(() => undefined)}
        >
          {i18n.t('task.again')}
        </button>
      )}
      <button type="button" onClick={() => onCancel(entry)}>
        {i18n.t('task.cancel')}
      </button>
    </Progress>
  );
}

function doingOf(work: Task['work'], again: boolean) {
  if ('move' in work) return work.move === 'remove' ? 'removing' : 'restoring';
  if ('batch' in work) return 'importing';
  return 'edits' in work ? 'editing' : again ? 'redoing' : 'undoing';
}
