import { useMemo, useRef, useState } from 'preact/hooks';
import { fullMoment, spokenMoment } from '@/components/browser/dates';
import { i18n } from '@/components/browser/words';
import { stepWords } from '@/components/hooks/step-words';
import type { Commands } from '@/components/hooks/use-commands';
import { useFailure } from '@/components/hooks/use-failure';
import { useLive } from '@/components/hooks/use-live';
import { keyedSource } from '@/components/list/keyed-source';
import { PAGE } from '@/components/list/pages';
import { usePages } from '@/components/list/use-pages';
import type { Stop } from '@/components/list/use-row-focus';
import { WindowedList } from '@/components/list/windowed-list';
import { LibraryFailure } from '@/components/parts/library-failure';
import { Notice } from '@/components/parts/notice';
import type { JournalEntry, OffprintDatabase } from '@/storage/database';
import { type EntryKind, historyEntries } from '@/storage/library';
import { KindChips } from './kind-chips';
import { entriesOf, type Kind, kindsIn } from './kinds';

interface HistoryViewProps {
  db: OffprintDatabase;
  onUndo: Commands['undo'];
}

/** The height of a usual step (px). */
const STEP = 56;

/** All that was done and can still be undone or redone, newest first; or what is of one kind. */
export function HistoryView({ db, onUndo }: HistoryViewProps) {
  const [kind, setKind] = useState<Kind>();
  const known = useRef<readonly EntryKind[]>([]);
  const history = useLive(async () => {
    known.current = await historyEntries(db, known.current);
    const entries = entriesOf(known.current, kind);
    const first = await db.journal.bulkGet(entries.slice(0, PAGE));
    return {
      kind,
      kinds: kindsIn(known.current),
      first: first.filter((step) => step !== undefined),
      entries,
    };
  }, [db, kind]);
  if (history.state === 'loading') return null;
  if (history.state === 'failed') return <LibraryFailure db={db} error={history.error} />;
  const { kinds, ...steps } = history.value;
  if (kinds.length === 0) return <Notice title={i18n.t('history.empty')} hint={i18n.t('history.hint')} />;
  return (
    <>
      <KindChips kinds={kinds} kind={kind} onKind={setKind} />
      <Steps db={db} {...steps} onUndo={onUndo} />
    </>
  );
}

interface StepsProps extends HistoryViewProps {
  kind: Kind | undefined;
  first: JournalEntry[];
  entries: readonly number[];
}

function Steps({ db, kind, first, entries, onUndo }: StepsProps) {
  const source = useMemo(
    () =>
      keyedSource({
        total: entries.length,
        first,
        keys: async () => entries,
        rows: (keys) => db.journal.bulkGet(keys),
      }),
    [db, first, entries],
  );
  const [failure, onError] = useFailure();
  const rows = usePages({ list: `history ${kind ?? ''}`, source, keyOf, onError });
  if (failure) return <LibraryFailure db={db} error={failure.error} />;
  return (
    <WindowedList
      label={i18n.t('views.history')}
      class="rows"
      rows={rows}
      estimate={STEP}
      renderRow={(step, _, stop) => <Step step={step} stop={stop} onUndo={onUndo} />}
    />
  );
}

function keyOf({ entry }: JournalEntry): string {
  return String(entry);
}

function Step({ step, stop, onUndo }: { step: JournalEntry; stop: Stop; onUndo: Commands['undo'] }) {
  const { entry, at, undoneBy, kept, running } = step;
  return (
    <div class={`row ${undoneBy ? 'undone' : ''}`}>
      <div>
        <h2 dir="auto">{stepWords(step)}</h2>
        <p>
          <time dateTime={at} title={fullMoment(at)}>
            {spokenMoment(at, new Date())}
          </time>
        </p>
        {kept !== undefined && <p>{i18n.t('undo.kept', kept)}</p>}
      </div>
      <button type="button" {...stop} onClick={() => onUndo(undoneBy ?? entry)}>
        {i18n.t(running ? 'task.cancel' : undoneBy ? 'undo.redo' : 'undo.undo')}
      </button>
    </div>
  );
}
