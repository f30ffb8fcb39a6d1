import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { OffprintDatabase } from '@/storage/database';
import { failureCode } from '@/storage/failure';
import { exportLibrary } from '@/storage/transfer';
import type { ExportFormat } from '@/utils/formats/format';
import { type Result, sendMessage } from '@/utils/messages';
import { download } from './download';

/** What was just done, in words, and the entry that takes it back. */
export interface Done {
  words: string;
  entry: number;
  /** It was an undo: taking it back is doing again. */
  again?: true;
}

export interface Commands {
  remove(id: string, title: string): Promise<void>;
  restore(id: string, title: string): Promise<void>;
  /** Takes one entry back; without one, the last that can be. */
  undo(entry?: number | 'last'): Promise<void>;
  exportTo(format: ExportFormat): Promise<void>;
}

/** What a person can do to the library, and what became of the last of it. */
export function useCommands(db: OffprintDatabase): {
  commands: Commands;
  done?: Done | undefined;
  failure?: string | undefined;
} {
  const [done, setDone] = useState<Done>();
  const [failure, setFailure] = useState<string>();

  const commands = useMemo((): Commands => {
    async function run(
      words: string,
      request: Promise<Result<{ entry: number }>>,
      again?: true,
    ): Promise<void> {
      const answer = await request.catch(() => ({ ok: false, code: 'unknown' }) as const);
      setFailure(answer.ok ? undefined : i18n.t(`failure.${answer.code}`));
      if (answer.ok) setDone({ words, entry: answer.value.entry, ...(again && { again }) });
    }
    return {
      remove: (id, title) => run(i18n.t('undo.removed', [title]), sendMessage('removePapers', { ids: [id] })),
      restore: (id, title) =>
        run(i18n.t('undo.restored', [title]), sendMessage('restorePapers', { ids: [id] })),
      undo: (entry = 'last') => run(i18n.t('undo.undone'), sendMessage('undo', { entry }), true),
      async exportTo(format) {
        try {
          download(await exportLibrary(db, format, new Date().toISOString()));
          setFailure(undefined);
        } catch (error) {
          setFailure(i18n.t(`failure.${failureCode(error)}`));
        }
      },
    };
  }, [db]);

  return { commands, done, failure };
}
