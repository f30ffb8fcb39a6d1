import { useEffect, useState } from 'preact/hooks';
import type { Brought } from '@/components/browser/brought';
import { chooseFolder } from '@/components/browser/choose-folder';
import { READABLE } from '@/components/browser/readable';
import { i18n } from '@/components/browser/words';
import { useEscape } from '@/components/hooks/use-escape';
import { useImport } from '@/components/hooks/use-import';
import { useLostFocus } from '@/components/hooks/use-lost-focus';
import { useTasks } from '@/components/hooks/use-tasks';
import { TaskProgress } from '@/components/parts/task-progress';
import type { OffprintDatabase } from '@/storage/database';
import { ImportSteps } from './import-steps';
import { Moving } from './moving';
import './import-view.css';

interface ImportViewProps {
  db: OffprintDatabase;
  /** Undoes an import, or redoes it. Answers with nothing if it failed. */
  onUndo(entry: number): Promise<number | undefined>;
  /** Text that was pasted. It is the panel's, so that it outlives this view. */
  text: string;
  onText(text: string): void;
  /** What was dropped or pasted elsewhere and is to be read now. */
  given?: Brought | undefined;
  onTaken?: () => void;
  /** Shows what was imported. */
  onShow(): void;
}

/** Choose files or paste text, look at what it would bring, import it. */
export function ImportView({ db, onUndo, text, onText, given, onTaken, onShow }: ImportViewProps) {
  const running = useImport(db);
  const [brought, setBrought] = useState<'file' | 'text' | 'backup'>('file');
  const { step } = running.state;
  const [task] = useTasks(db);

  function read(what: typeof brought, files: readonly Blob[]) {
    setBrought(what);
    void running.read({ files });
  }

  useEffect(() => {
    if (!given || step === 'importing') return; // one after the other
    onTaken?.();
    if ('files' in given) {
      const what = given.backup ? 'backup' : 'file';
      given.files.then((files) => read(what, files)).catch(() => read(what, []));
      return;
    }
    onText(given.text);
    read('text', [new Blob([given.text])]);
  }, [given, step]);

  // What is imported need not be pasted again; what could not be read is still there.
  useEffect(() => {
    if (step === 'done' && brought === 'text') onText('');
  }, [step]);

  useEscape(() => {
    if (step === 'choose' || step === 'importing') return false; // an import goes on without this view
    running.cancel();
    return true;
  });

  if (step !== 'choose')
    return (
      <ImportSteps
        {...running}
        db={db}
        brought={brought}
        onUndo={onUndo}
        onAgain={running.cancel}
        onShow={onShow}
      />
    );
  return (
    <>
      {task && <TaskProgress key={task.entry} db={db} task={task} onCancel={onUndo} />}
      <Choose
        last={brought}
        text={text}
        onText={onText}
        onFiles={(files) => read('file', files)}
        onReadText={() => read('text', [new Blob([text])])}
      />
    </>
  );
}

interface ChooseProps {
  /** What was read last. */
  last: 'file' | 'text' | 'backup';
  text: string;
  onText(text: string): void;
  onFiles(files: readonly File[]): void;
  onReadText(): void;
}

function Choose({ last, text, onText, onFiles, onReadText }: ChooseProps) {
  const field = useLostFocus<HTMLInputElement & HTMLTextAreaElement>();
  return (
    <section class="import">
      <p>{i18n.t('import.intro')}</p>
      <label>
        <span>{i18n.t('import.file')}</span>
        <input
          type="file"
          ref={last === 'text' ? null : field}
          accept={READABLE.join(',')}
          multiple
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            if (files.length > 0) onFiles(files);
          }}
        />
      </label>
      <div class="row">
        <button type="button" onClick={() => chooseFolder(onFiles)}>
          {i18n.t('import.folder')}
        </button>
      </div>
      <label>
        <span>{i18n.t('import.paste')}</span>
        <textarea
          rows={5}
          ref={last === 'text' ? field : null}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      </label>
      <div class="row">
        <button type="button" disabled={text.trim() === ''} onClick={onReadText}>
          {i18n.t('import.readText')}
        </button>
      </div>
      <Moving />
    </section>
  );
}
