import { i18n } from '@/components/browser/words';
import { countOf, type Source } from '@/components/hooks/use-import';
import { useLostFocus } from '@/components/hooks/use-lost-focus';
import { TagsInput } from '@/components/paper/tags-input';
import { unkeptParts } from '@/storage/import/keep';
import type { ImportPlan } from '@/storage/import/reader';
import type { Outcome, RowOutcome } from '@/storage/import/row';
import type { Refusal } from '@/utils/formats/parts/refusal';
import { tagKey } from '@/utils/paper/tags';
import { drawTex } from '@/utils/text/draw-tex';
import { ImportFiles } from './import-files';
import { ImportRows } from './import-rows';
import { ReadingChoices } from './reading-choices';
import './import-preview.css';

interface ImportPreviewProps {
  plan: ImportPlan;
  source: Source;
  confirmWords: 'import.confirm' | 'collect.confirm' | 'backups.merge';
  /** Reads again, in another way. */
  onRead(source: Source): void;
  onRetitle(place: number, title: string): void;
  /** Places of the papers that are not ticked. */
  left: ReadonlySet<number>;
  onLeft(left: ReadonlySet<number>): void;
  /** Tags that all of them get. */
  tags: readonly string[];
  onTags(tags: readonly string[]): void;
  /** Imports all the others. */
  onConfirm(): void;
  onCancel(): void;
  /** Shows the library, if it has all of these already. */
  onShow(): void;
}

const OUTCOMES: readonly Outcome[] = ['new', 'merged', 'trashed', 'discarded', 'unchanged'];
/** Outcomes that add no paper. */
const NOTHING: ReadonlySet<RowOutcome> = new Set(['unchanged', 'twice']);

/** What an import would do, before anything is written: by paper if there is a choice, else by outcome. */
export function ImportPreview({
  plan,
  source,
  confirmWords,
  left,
  onLeft,
  tags,
  onTags,
  onRead,
  onRetitle,
  onConfirm,
  onCancel,
  onShow,
}: ImportPreviewProps) {
  const { rows, colours, searches } = plan.preview;
  const wanted = rows.filter(({ outcome }, place) => !NOTHING.has(outcome) && !left.has(place)).length;
  const idle = idleWords(plan);
  const status = useLostFocus<HTMLParagraphElement>();
  const { attached, fields: unkept } = unkeptParts(plan.unkept);
  const useful = rows.length > 0 ? wanted : countOf(plan) - plan.preview.unchanged.count;
  return (
    <section class="import">
      <p role="status" tabIndex={-1} ref={status}>
        {i18n.t('import.found', countOf(plan))}
        {rows.length > 0 && ` · ${tally(plan)}`}
        {colours > 0 && ` · ${i18n.t('import.colours', colours)}`}
        {searches > 0 && ` · ${i18n.t('import.searches', searches)}`}
        {idle && ` · ${idle}`}
      </p>
      <ImportFiles files={plan.files} />
      <ReadingChoices plan={plan} source={source} onRead={onRead} />
      {rows.length > 0 && (
        <ImportRows
          rows={rows}
          choosing={!idle}
          left={left}
          unsure={new Set(plan.unsure)}
          onLeft={onLeft}
          onRetitle={onRetitle}
        />
      )}
      {rows.length === 0 &&
        OUTCOMES.filter((outcome) => plan.preview[outcome].count > 0).map((outcome) => (
          <details key={outcome}>
            <summary>{i18n.t(`import.outcome.${outcome}`, [plan.preview[outcome].count])}</summary>
            <Lines lines={plan.preview[outcome].titles} count={plan.preview[outcome].count} />
          </details>
        ))}
      {plan.refused.count > 0 && (
        <details open>
          <summary>{i18n.t('import.outcome.refused', [plan.refused.count])}</summary>
          <Lines lines={plan.refused.first.map(refusalWords)} count={plan.refused.count} />
        </details>
      )}
      {attached > 0 && <p>{i18n.t('import.attached', attached)}</p>}
      {unkept.length > 0 && (
        <details>
          <summary>{i18n.t('import.unkept', unkept.length)}</summary>
          <Lines
            lines={unkept.slice(0, 100).map(([field, count]) => `${field}: ${count}`)}
            count={unkept.length}
          />
        </details>
      )}
      {!idle && plan.source !== 'backup' && (
        <TagsInput
          tags={tags}
          onAdd={(tag) => onTags([...tags.filter((one) => tagKey(one) !== tagKey(tag)), tag])}
          onRemove={(tag) => onTags(tags.filter((one) => one !== tag))}
        />
      )}
      <div class="row confirm">
        {idle && countOf(plan) > 0 && (
          <button type="button" class="primary" onClick={onShow}>
            {i18n.t('import.show')}
          </button>
        )}
        {!idle && (
          <button
            type="button"
            class="primary"
            disabled={useful + colours + searches === 0}
            onClick={onConfirm}
          >
            {useful > 0 || colours + searches === 0
              ? i18n.t(confirmWords, useful)
              : colours > 0
                ? i18n.t('import.confirmColours', colours)
                : i18n.t('import.confirmSearches', searches)}
          </button>
        )}
        <button type="button" onClick={onCancel}>
          {i18n.t('import.cancel')}
        </button>
      </div>
    </section>
  );
}

/** Why there is nothing to import, whatever is ticked. A file with refusals or a problem says so itself. */
function idleWords(plan: ImportPlan): string | undefined {
  const { preview, refused, files } = plan;
  const count = countOf(plan);
  if (preview.colours + preview.searches > 0) return undefined;
  if (count === 0)
    return refused.count > 0 || files.some(({ problem }) => problem) ? undefined : i18n.t('import.none');
  const { rows, unchanged } = preview;
  const known =
    rows.length > 0 ? rows.every(({ outcome }) => NOTHING.has(outcome)) : unchanged.count === count;
  return known ? i18n.t('import.known', count) : undefined;
}

function tally({ preview }: ImportPlan): string {
  const some = OUTCOMES.filter((outcome) => preview[outcome].count > 0);
  return some.map((outcome) => i18n.t(`import.outcome.${outcome}`, [preview[outcome].count])).join(', ');
}

function Lines({ lines, count }: { lines: readonly string[]; count: number }) {
  return (
    <ul>
      {lines.map((line) => (
        <li dir="auto">{drawTex(line)}</li>
      ))}
      {count > lines.length && <li>{i18n.t('import.more', [count - lines.length])}</li>}
    </ul>
  );
}

function refusalWords({ file, place, line, title, reason, field = '' }: Refusal): string {
  const words =
    reason === 'badField' ? i18n.t('import.reason.badField', [field]) : i18n.t(`import.reason.${reason}`);
  const at = line === undefined ? `${place}` : i18n.t('import.atLine', [place, line]);
  const where = file === undefined ? at : `${file}, ${at}`;
  return i18n.t('import.refusal', [where, title ?? i18n.t('paper.untitled'), words]);
}
