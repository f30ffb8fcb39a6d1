import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import type { Paper } from '@/utils/paper/schema';
import './marks.css';

/** In the order in which presses go through them. */
export const STATUSES = ['unread', 'reading', 'read'] as const;

/** The status that follows: unread → reading → read → unread. */
export function nextStatus(status: Paper['status']): Paper['status'] {
  return STATUSES[(STATUSES.indexOf(status) + 1) % STATUSES.length] as Paper['status'];
}

/** Shows a paper's status (○ unread, ◐ reading, ● read) and sets the next one. */
export function StatusButton({ paper, tabIndex }: { paper: Paper; tabIndex?: number }) {
  const { edit } = useDesk();
  const { id, status } = paper;
  return (
    <button
      type="button"
      class={`mark state ${status}`}
      aria-label={i18n.t('row.status', [i18n.t(`status.${status}`)])}
      title={i18n.t('row.statusHint', [i18n.t(`status.${status}`), i18n.t(`status.${nextStatus(status)}`)])}
      tabIndex={tabIndex}
      onClick={() => void edit([id], { set: { status: nextStatus(status) } })}
    >
      <StatusSign status={status} />
    </button>
  );
}

/** ○ ◐ ●, drawn so that all are of one size in every font. */
export function StatusSign({ status }: { status: Paper['status'] }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      aria-hidden="true"
    >
      <circle cx="12" cy="12" r="7" fill={status === 'read' ? 'currentColor' : 'none'} />
      {status === 'reading' && <path d="M12 5a7 7 0 0 0 0 14z" fill="currentColor" stroke="none" />}
    </svg>
  );
}
