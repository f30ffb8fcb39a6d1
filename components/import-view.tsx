import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { OffprintDatabase } from '@/storage/database';
import type { ImportPlan } from '@/storage/import-reader';
import type { Outcome } from '@/storage/staging';
import { FORMATS } from '@/utils/formats';
import type { Refusal } from '@/utils/formats/format';
import { Notice } from './notice';
import { countOf, useImport } from './use-import';
import './import-view.css';

interface ImportViewProps {
  db: OffprintDatabase;
  /** Takes an import back. */
  onUndo(entry: number): void;
}

const OUTCOMES: readonly Outcome[] = ['new', 'merged', 'unchanged'];
const READABLE = FORMATS.filter(({ read }) => read).map(({ extension }) => `.${extension}`);

/** Choose a file or paste text, look at what it would bring, import it. */
export function ImportView({ db, onUndo }: ImportViewProps) {
  const { state, read, confirm, cancel } = useImport(db);

  if (state.step === 'choose') return <Choose onFile={read} />;
  if (state.step === 'reading') return <Progress words={i18n.t('import.reading')} share={state.share} />;
  if (state.step === 'importing')
    return (
      <Progress
        words={i18n.t('import.importing', [state.done, state.of])}
        share={state.done / Math.max(1, state.of)}
      />
    );
  if (state.step === 'preview')
    return <Preview plan={state.plan} onConfirm={() => confirm(state.plan)} onCancel={cancel} />;
  if (state.step === 'done') {
    const { entry } = state;
    return (
      <section class="import">
        <p role="status">{i18n.t('import.done', numbersOf(state.plan))}</p>
        <div class="row">
          {entry !== undefined && (
            <button type="button" onClick={() => onUndo(entry)}>
              {i18n.t('undo.undo')}
            </button>
          )}
          <button type="button" onClick={cancel}>
            {i18n.t('import.another')}
          </button>
        </div>
      </section>
    );
  }
  const hint =
    state.reason === 'unknownFormat' ? i18n.t('import.unknownFormat') : i18n.t(`failure.${state.reason}`);
  return (
    <Notice alarm title={i18n.t('import.failed')} hint={hint}>
      <button type="button" class="primary" onClick={cancel}>
        {i18n.t('import.another')}
      </button>
    </Notice>
  );
}

function Choose({ onFile }: { onFile(file: Blob): void }) {
  const [text, setText] = useState('');
  return (
    <section class="import">
      <p>{i18n.t('import.intro')}</p>
      <label>
        <span>{i18n.t('import.file')}</span>
        <input
          type="file"
          accept={READABLE.join(',')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) onFile(file);
          }}
        />
      </label>
      <label>
        <span>{i18n.t('import.paste')}</span>
        <textarea rows={5} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <div class="row">
        <button type="button" disabled={text.trim() === ''} onClick={() => onFile(new Blob([text]))}>
          {i18n.t('import.readText')}
        </button>
      </div>
    </section>
  );
}

function Progress({ words, share }: { words: string; share: number | undefined }) {
  return (
    <section class="import" aria-busy="true">
      <p role="status">{words}</p>
      <progress value={share} aria-label={words} />
    </section>
  );
}

function Preview({ plan, onConfirm, onCancel }: { plan: ImportPlan; onConfirm(): void; onCancel(): void }) {
  const useful = plan.preview.new.count + plan.preview.merged.count;
  return (
    <section class="import">
      <p role="status">{i18n.t('import.found', countOf(plan))}</p>
      {plan.problem && <p class="failure">{i18n.t(`import.${plan.problem}`)}</p>}
      {OUTCOMES.filter((outcome) => plan.preview[outcome].count > 0).map((outcome) => (
        <details key={outcome}>
          <summary>{i18n.t(`import.outcome.${outcome}`, [plan.preview[outcome].count])}</summary>
          <Lines lines={plan.preview[outcome].titles} count={plan.preview[outcome].count} />
        </details>
      ))}
      {plan.refused.length > 0 && (
        <details open>
          <summary>{i18n.t('import.outcome.refused', [plan.refused.length])}</summary>
          <Lines lines={plan.refused.slice(0, 100).map(refusalWords)} count={plan.refused.length} />
        </details>
      )}
      <div class="row">
        <button type="button" class="primary" disabled={useful === 0} onClick={onConfirm}>
          {i18n.t('import.confirm', useful)}
        </button>
        <button type="button" onClick={onCancel}>
          {i18n.t('import.cancel')}
        </button>
      </div>
    </section>
  );
}

function Lines({ lines, count }: { lines: readonly string[]; count: number }) {
  return (
    <ul>
      {lines.map((line) => (
        <li dir="auto">{line}</li>
      ))}
      {count > lines.length && <li>{i18n.t('import.more', [count - lines.length])}</li>}
    </ul>
  );
}

function refusalWords({ place, title, reason, field = '' }: Refusal): string {
  const words =
    reason === 'badField' ? i18n.t('import.reason.badField', [field]) : i18n.t(`import.reason.${reason}`);
  return i18n.t('import.refusal', [place, title ?? i18n.t('paper.untitled'), words]);
}

function numbersOf({ preview, refused }: ImportPlan): [number, number, number, number] {
  return [preview.new.count, preview.merged.count, preview.unchanged.count, refused.length];
}
