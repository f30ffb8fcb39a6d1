import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { ImportPlan } from '@/storage/import-reader';
import { ImportPreview } from './import-preview';
import { Notice } from './notice';
import type { useImport } from './use-import';

interface ImportStepsProps extends ReturnType<typeof useImport> {
  confirmWords: 'import.confirm' | 'collect.confirm';
  /** Takes the import back. */
  onUndo(entry: number): void;
  /** Begins anew, after the end or a failure. */
  onAgain(): void;
}

/** Every step after something was chosen: reading, preview, importing, done, failed. */
export function ImportSteps({
  state,
  left,
  setLeft,
  read,
  retitle,
  confirm,
  cancel,
  confirmWords,
  onUndo,
  onAgain,
}: ImportStepsProps) {
  if (state.step === 'choose' || state.step === 'reading')
    return (
      <Progress words={i18n.t('import.reading')} share={state.step === 'reading' ? state.share : undefined}>
        <button type="button" onClick={cancel}>
          {i18n.t('import.cancel')}
        </button>
      </Progress>
    );
  if (state.step === 'importing')
    return (
      <Progress
        words={i18n.t('import.importing', [state.done, state.of])}
        share={state.done / Math.max(1, state.of)}
      />
    );
  if (state.step === 'preview')
    return (
      <ImportPreview
        key={state.plan.batch}
        plan={state.plan}
        source={state.source}
        confirmWords={confirmWords}
        onRead={read}
        onRetitle={retitle}
        left={left}
        onLeft={setLeft}
        onConfirm={() => confirm(state.plan)}
        onCancel={cancel}
      />
    );
  if (state.step === 'done') {
    const { entry } = state;
    return (
      <section class="import">
        <p role="status">{doneWords(state.plan)}</p>
        <div class="row">
          {entry !== undefined && (
            <button type="button" onClick={() => onUndo(entry)}>
              {i18n.t('undo.undo')}
            </button>
          )}
          <button type="button" onClick={onAgain}>
            {i18n.t(confirmWords === 'import.confirm' ? 'import.another' : 'collect.again')}
          </button>
        </div>
      </section>
    );
  }
  const hint =
    state.reason === 'unknownFormat' || state.reason === 'noPapers'
      ? i18n.t(`import.${state.reason}`)
      : i18n.t(`failure.${state.reason}`);
  const collecting = confirmWords === 'collect.confirm';
  return (
    <Notice alarm title={i18n.t(collecting ? 'collect.failed' : 'import.failed')} hint={hint}>
      <button type="button" class="primary" onClick={onAgain}>
        {i18n.t(collecting ? 'collect.again' : 'import.another')}
      </button>
    </Notice>
  );
}

interface ProgressProps {
  words: string;
  /** 0 to 1, if it is known. */
  share: number | undefined;
  children?: ComponentChildren;
}

function Progress({ words, share, children }: ProgressProps) {
  return (
    <section class="import" aria-busy="true">
      <p role="status">{words}</p>
      <progress value={share} aria-label={words} />
      {children && <div class="row">{children}</div>}
    </section>
  );
}

function doneWords({ preview, refused }: ImportPlan): string {
  const { new: fresh, merged, trashed, unchanged } = preview;
  if (trashed.count === 0)
    return i18n.t('import.done', [fresh.count, merged.count, unchanged.count, refused.length]);
  return i18n.t('import.doneBack', [
    fresh.count,
    merged.count,
    trashed.count,
    unchanged.count,
    refused.length,
  ]);
}
