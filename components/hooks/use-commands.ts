import { liveQuery } from 'dexie';
import { useMemo, useState } from 'preact/hooks';
import { copyText } from '@/components/browser/clipboard';
import { download } from '@/components/browser/download';
import { i18n } from '@/components/browser/words';
import type { JournalEntry, OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import type { ExportRequest } from '@/utils/formats/parts/request';
import { type FailureCode, type Result, sendMessage } from '@/utils/messages';
import type { Patch } from '@/utils/paper/patch';
import { fieldName } from './field-name';
import { stepWords } from './step-words';

/** What was just done, in words, and the entry that takes it back, if anything can. */
export interface Done {
  words: string;
  entry?: number;
  /** It was an undo, so undoing it is a redo. */
  again?: true;
}

/** Commands answer with the journal entry of the change, or with nothing if it failed. */
export interface Commands {
  remove(id: string, title: string): Promise<number | undefined>;
  restore(id: string, title: string): Promise<number | undefined>;
  /** Moves many papers to the trash, or back from there. */
  moveAll(ids: readonly string[], to: 'trash' | 'library'): Promise<number | undefined>;
  /** Deletes one paper in the trash for good. */
  forget(id: string): Promise<void>;
  /** Deletes all papers in the trash for good. */
  emptyTrash(): Promise<void>;
  /** Undoes one entry; by default the last that can be undone. */
  undo(entry?: number | 'last'): Promise<number | undefined>;
  /** Does again what was undone last, if anything. */
  redo(): Promise<number | undefined>;
  /** Downloads papers, or the whole library, as a file. */
  exportTo(what: ExportRequest | 'backup'): Promise<void>;
  /** Edits papers. Answers with whether that was done; a failure is told. */
  edit(ids: readonly string[], patch: Patch): Promise<boolean>;
  /** Puts a text on the clipboard; a program that takes rich text gets the HTML. */
  copy(text: string, html?: string): Promise<void>;
  /** Runs a request of a view; undefined if it failed, which is told, as is what it did. */
  ask<T extends object | null>(request: Promise<Result<T>>): Promise<T | undefined>;
  /** Clears the message about the last change. */
  dismiss(): void;
}

/** Why something was not done, in words, and the paper it is about, if it is about another one. */
export interface Told {
  words: string;
  paper?: string | undefined;
}

/** The commands on the library, and the result of the last one. */
export function useCommands(db: OffprintDatabase): {
  commands: Commands;
  done?: Done | undefined;
  failure?: Told | undefined;
} {
  const [done, setDone] = useState<Done>();
  const [failure, setFailure] = useState<Told>();

  const commands = useMemo((): Commands => {
    /** What a request did; undefined if it failed, which is then told. */
    async function outcomeOf<T>(request: Promise<Result<T>>): Promise<T | undefined> {
      const answer = await request.catch((): Result<T> => ({ ok: false, code: 'unknown' }));
      setFailure(answer.ok ? undefined : toldOf(answer));
      return answer.ok ? answer.value : undefined;
    }

    async function run(
      request: Promise<Result<{ entry: number | undefined }>>,
      tell: (entry: number) => Omit<Done, 'entry'> | Promise<Omit<Done, 'entry'>>,
    ): Promise<number | undefined> {
      const { entry } = (await outcomeOf(request)) ?? {};
      if (entry === undefined) return undefined;
      setDone({ ...(await tell(entry)), entry });
      return entry;
    }

    /** Tells what an entry says was done; of a task, once it is. */
    async function tellStep(entry: number): Promise<void> {
      const step = await db.journal.get(entry).catch(() => undefined);
      if (step?.running) void whenDone(db, entry).then(tell, () => undefined);
      else tell(step);
    }

    function tell(step: JournalEntry | undefined): void {
      if (step && step.undoneBy === undefined) setDone({ words: stepWords(step), entry: step.entry });
    }

    /** There is no way back: the message offers none, and takes the place of one that did. */
    async function runForGood(request: Promise<Result<{ papers: number }>>): Promise<void> {
      const { papers } = (await outcomeOf(request)) ?? {};
      if (papers !== undefined) setDone({ words: i18n.t('trash.forgotten', papers) });
    }

    /** What an undo undid or, if that was an undo itself, what it redid. */
    async function tellUndo(entry: number): Promise<Omit<Done, 'entry'>> {
      const stepOf = (number: number) => db.journal.get(number).catch(() => undefined);
      let step = await stepOf(entry);
      const taken = step?.of === undefined ? undefined : await stepOf(step.of);
      const kept = taken?.kept ? `. ${i18n.t('undo.kept', taken.kept)}` : '';
      let undone = false;
      for (; step?.of !== undefined; step = await stepOf(step.of)) undone = !undone;
      if (!step) return { words: i18n.t('undo.undone') + kept, again: true };
      const words = stepWords(step);
      return undone
        ? { words: i18n.t('undo.undoneWhat', [words]) + kept, again: true }
        : { words: words + kept };
    }

    return {
      remove: (id, title) =>
        run(sendMessage('removePapers', { ids: [id] }), () => ({ words: i18n.t('undo.removed', [title]) })),
      restore: (id, title) =>
        run(sendMessage('restorePapers', { ids: [id] }), () => ({ words: i18n.t('undo.restored', [title]) })),
      async moveAll(ids, to) {
        const message = to === 'trash' ? 'removePapers' : 'restorePapers';
        const { entry } = (await outcomeOf(sendMessage(message, { ids: [...ids] }))) ?? {};
        if (entry !== undefined) await tellStep(entry);
        return entry;
      },
      forget: (id) => runForGood(sendMessage('forgetPapers', { ids: [id] })),
      emptyTrash: () => runForGood(sendMessage('emptyTrash')),
      undo: (entry = 'last') => run(sendMessage('undo', { entry }), tellUndo),
      redo: () => run(sendMessage('redo'), tellUndo),
      async exportTo(what) {
        try {
          const now = new Date().toISOString();
          if (what === 'backup')
            await download(await (await import('@/storage/export/back-up')).backUpLibrary(db, now));
          else {
            const { writeFile } = await import('@/components/browser/write-file');
            await download((await writeFile(what, now)).file);
          }
          setFailure(undefined);
        } catch (error) {
          setFailure(toldOf({ code: failureCode(error) }));
        }
      },
      async edit(ids, patch) {
        const answer = await outcomeOf(sendMessage('editPapers', { ids: [...ids], patch }));
        if (answer?.entry !== undefined) await tellStep(answer.entry);
        return answer !== undefined;
      },
      async copy(text, html) {
        try {
          await copyText(text, html);
          setFailure(undefined);
          setDone({ words: i18n.t('done.copied') });
        } catch {
          setFailure({ words: i18n.t('done.notCopied') });
        }
      },
      async ask(request) {
        const answer = await outcomeOf(request);
        if (answer && 'entry' in answer && typeof answer.entry === 'number') await tellStep(answer.entry);
        return answer;
      },
      dismiss() {
        setDone(undefined);
        setFailure(undefined);
      },
    };
  }, [db]);

  return { commands, done, failure };
}

/** The entry of a task once it has ended; undefined if it changed nothing. */
function whenDone(db: OffprintDatabase, entry: number): Promise<JournalEntry | undefined> {
  return new Promise((resolve, reject) => {
    const subscription = liveQuery(() => db.journal.get(entry)).subscribe({
      next(step) {
        if (step?.running) return;
        subscription.unsubscribe();
        resolve(step);
      },
      error: reject,
    });
  });
}

function toldOf({ code, about }: { code: FailureCode; about?: string }): Told {
  const field = code === 'badValue' && about ? fieldName(about) : undefined;
  if (field) return { words: i18n.t('failure.badField', [field]) };
  return { words: i18n.t(`failure.${code}`), paper: code === 'held' ? about : undefined };
}
