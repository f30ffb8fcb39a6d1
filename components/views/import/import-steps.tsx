import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import type { useImport } from '@/components/hooks/use-import';
import { useLive } from '@/components/hooks/use-live';
import { useLostFocus } from '@/components/hooks/use-lost-focus';
import { useTasks } from '@/components/hooks/use-tasks';
import { Notice } from '@/components/parts/notice';
import { Progress } from '@/components/parts/progress';
import { TaskProgress } from '@/components/parts/task-progress';
import type { OffprintDatabase } from '@/storage/database';
import type { ImportPlan } from '@/storage/import/reader';
import { ImportPreview } from './import-preview';

/** The words for each source. `back` is shown after a failure, `next` at the end. */
const WORDS = {
  file: {
    confirm: 'import.confirm',
    failed: 'import.failed',
    unknownFormat: 'import.unknownFormat',
    back: 'import.another',
    next: 'import.another',
  },
  backup: {
    confirm: 'backups.merge',
    failed: 'import.failed',
    unknownFormat: 'import.unknownFormat',
    back: 'import.another',
    next: 'import.another',
  },
  text: {
    confirm: 'import.confirm',
    failed: 'import.failedText',
    unknownFormat: 'import.unknownText',
    back: 'import.backToText',
    next: 'import.anotherText',
  },
  page: {
    confirm: 'collect.confirm',
    failed: 'collect.failed',
    unknownFormat: 'import.unknownFormat',
    back: 'collect.again',
    next: 'collect.again',
  },
} as const;

interface ImportStepsProps extends ReturnType<typeof useImport> {
  db: OffprintDatabase;
  brought: keyof typeof WORDS;
  /** Undoes the import, or redoes it. Answers with nothing if it failed. */
  onUndo(entry: number): Promise<number | undefined>;
  /** Starts again, at the end or after a failure. */
  onAgain(): void;
  /** Shows the papers that were imported, or are here already. */
  onShow(): void;
}

/** Every step after something was chosen: reading, preview, importing, done, failed. */
export function ImportSteps({
  db,
  brought,
  state,
  left,
  setLeft,
  tags,
  setTags,
  read,
  retitle,
  confirm,
  cancel,
  onUndo,
  onAgain,
  onShow,
}: ImportStepsProps) {
  const words = WORDS[brought];
  if (state.step === 'choose' || state.step === 'reading')
    return (
      <Progress
        words={i18n.t(state.step === 'reading' && state.comparing ? 'import.comparing' : 'import.reading')}
        share={state.step === 'reading' ? state.share : undefined}
      >
        <button type="button" onClick={cancel}>
          {i18n.t('import.cancel')}
        </button>
      </Progress>
    );
  if (state.step === 'importing') return <Importing db={db} batch={state.batch} onCancel={onUndo} />;
  if (state.step === 'preview')
    return (
      <ImportPreview
        key={state.plan.batch}
        plan={state.plan}
        source={state.source}
        confirmWords={words.confirm}
        onRead={read}
        onRetitle={retitle}
        left={left}
        onLeft={setLeft}
        tags={tags}
        onTags={setTags}
        onConfirm={() => confirm(state.plan)}
        onCancel={cancel}
        onShow={onShow}
      />
    );
  if (state.step === 'done')
    return (
      <Done db={db} plan={state.plan} entry={state.entry} onUndo={onUndo}>
        <button type="button" class="primary" onClick={onShow}>
          {i18n.t('import.show')}
        </button>
        <button type="button" onClick={onAgain}>
          {i18n.t(words.next)}
        </button>
      </Done>
    );
  const { reason } = state;
  const hint =
    reason === 'unknownFormat'
      ? i18n.t(words.unknownFormat)
      : reason === 'noPapers'
        ? i18n.t('import.noPapers')
        : reason === 'noFiles'
          ? i18n.t('import.noFiles')
          : i18n.t(`failure.${reason}`);
  return <Failed title={i18n.t(words.failed)} hint={hint} again={i18n.t(words.back)} onAgain={onAgain} />;
}

interface ImportingProps {
  db: OffprintDatabase;
  batch: string;
  onCancel(entry: number): void;
}

/** A large import tells how far it is; the others are done at once. */
function Importing({ db, batch, onCancel }: ImportingProps) {
  const task = useTasks(db).find(({ work }) => 'batch' in work && work.batch === batch);
  if (task) return <TaskProgress db={db} task={task} onCancel={onCancel} />;
  return <Progress words={i18n.t('import.importing')} share={undefined} />;
}

interface DoneProps {
  db: OffprintDatabase;
  plan: ImportPlan;
  entry: number | undefined;
  onUndo(entry: number): Promise<number | undefined>;
  /** What can be done next. */
  children: ComponentChildren;
}

/** The result. The journal tells whether it was undone since: here, by a key or in another window. */
function Done({ db, plan, entry, onUndo, children }: DoneProps) {
  const status = useLostFocus<HTMLParagraphElement>();
  const journalled = useLive(
    async () => (entry === undefined ? undefined : db.journal.get(entry)),
    [db, entry],
  );
  const undoneBy = journalled.state === 'ready' ? journalled.value?.undoneBy : undefined;
  const busy = useRef(false);

  /** Further presses are ignored until the journal has the result: they would be refused. */
  async function press(of: number) {
    if (busy.current) return;
    busy.current = true;
    if ((await onUndo(undoneBy ?? of)) === undefined) busy.current = false;
  }
  useEffect(() => {
    busy.current = false;
  }, [undoneBy]);

  return (
    <section class="import">
      <p role="status" tabIndex={-1} ref={status}>
        {undoneBy ? i18n.t('import.undone') : doneWords(plan)}
      </p>
      <div class="row">
        {entry !== undefined && (
          // One button for both, so that it keeps the focus.
          <button type="button" onClick={() => press(entry)}>
            {i18n.t(undoneBy ? 'undo.redo' : 'undo.undo')}
          </button>
        )}
        {children}
      </div>
    </section>
  );
}

interface FailedProps {
  title: string;
  hint: string;
  /** The words of the button. */
  again: string;
  onAgain(): void;
}

/** What went wrong, and what to do next. */
export function Failed({ title, hint, again, onAgain }: FailedProps) {
  const button = useLostFocus<HTMLButtonElement>();
  return (
    <Notice alarm title={title} hint={hint}>
      <button type="button" class="primary" ref={button} onClick={onAgain}>
        {again}
      </button>
    </Notice>
  );
}

function doneWords({ preview, refused }: ImportPlan): string {
  const { new: fresh, merged, trashed, discarded, unchanged, colours, searches } = preview;
  const [same, bad] = [unchanged.count, refused.count];
  const words =
    trashed.count === 0
      ? i18n.t('import.done', [fresh.count, merged.count, same, bad])
      : i18n.t('import.doneBack', [fresh.count, merged.count, trashed.count, same, bad]);
  const more = [
    ...(discarded.count > 0 ? [i18n.t('import.outcome.discarded', [discarded.count])] : []),
    ...(colours > 0 ? [i18n.t('import.colours', colours)] : []),
    ...(searches > 0 ? [i18n.t('import.searches', searches)] : []),
  ];
  return [words, ...more.map((one) => `${one}.`)].join(' ');
}
