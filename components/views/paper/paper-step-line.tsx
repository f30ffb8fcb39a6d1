import { fullMoment, spokenMoment } from '@/components/browser/dates';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { siteName } from '@/components/paper/site-name';
import type { PaperStep } from '@/storage/history';
import type { Paper } from '@/utils/paper/schema';
import { drawTex } from '@/utils/text/draw-tex';
import { snippet } from '@/utils/text/highlight';
import { type ChangedField, changedFields } from './changed-fields';

/** Of a former value: about three lines of a panel, in UTF-16 units. */
const FORMER = 160;
const NO_TERMS: ReadonlySet<string> = new Set();

/** One step of a paper's history: what was done when, what was there before, and the way back. */
export function PaperStepLine({ step, now }: { step: PaperStep; now: Date }) {
  const { commands } = useDesk();
  const { entry, at, undoneBy, kept, running, papers } = step.entry;
  const fields = changedFields(step.before, step.after);
  // The words may name the note; the name of a button on this page may not.
  const button = running ? 'cancelOf' : undoneBy ? 'redoOf' : 'undoOf';
  return (
    <li class={`paper-step ${undoneBy ? 'undone' : ''}`}>
      <div>
        <p class="deed">{deedOf(step, fields)}</p>
        <p class="facts">
          <time dateTime={at} title={fullMoment(at)}>
            {spokenMoment(at, now)}
          </time>
          {papers > 1 && <span>{i18n.t('paperPage.amongOthers', [papers])}</span>}
          {kept !== undefined && <span>{i18n.t('undo.kept', kept)}</span>}
        </p>
        {fields.map(
          ({ field, name, before }) =>
            before && (
              <p class="former" key={field} dir="auto">
                {i18n.t('paperPage.before', [name, snippet(drawTex(before), NO_TERMS, FORMER)])}
              </p>
            ),
        )}
      </div>
      <button
        type="button"
        aria-label={i18n.t(`paperPage.${button}`, [fullMoment(at)])}
        onClick={() => void commands.undo(undoneBy ?? entry)}
      >
        {i18n.t(running ? 'task.cancel' : undoneBy ? 'undo.redo' : 'undo.undo')}
      </button>
    </li>
  );
}

function deedOf({ entry: { intention, from }, after }: PaperStep, fields: readonly ChangedField[]): string {
  const names = fields.map(({ name }) => name).join(', ') || i18n.t('paperPage.details');
  if (intention === 'look') {
    const origins = (after?.origins ?? {}) as Paper['origins'];
    const site = fields.map(({ field }) => origins[field]?.site).find(Boolean);
    const page = site ? siteName(site) : hostOf(from);
    return page ? i18n.t('paperPage.step.lookOf', [page, names]) : i18n.t('paperPage.step.look', [names]);
  }
  if (intention === 'edit') return i18n.t('paperPage.step.edit', [names]);
  if (intention === 'search') return ''; // it changes no paper
  return intention === 'undo' ? i18n.t('undo.undone') : i18n.t(`paperPage.step.${intention}`);
}

/** Of the listing that the paper was seen on. */
function hostOf(address = ''): string {
  return URL.canParse(address) ? new URL(address).host : '';
}
