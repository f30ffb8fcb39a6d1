import { useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { useLive } from '@/components/hooks/use-live';
import { LibraryFailure } from '@/components/parts/library-failure';
import { historyOfPaper } from '@/storage/history';
import { PaperStepLine } from './paper-step-line';
import './sections.css';

/** Steps that are read at a time. */
const PART = 20;

/**
 * All that changed this paper, looks at pages included. It is read once it is unfolded: a large import is long to search for
 * one paper.
 */
export function PaperHistory({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  return (
    <section class="below">
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <h3>{i18n.t('paperPage.history')}</h3>
        </summary>
        {open && <Steps id={id} />}
      </details>
    </section>
  );
}

function Steps({ id }: { id: string }) {
  const { db } = useDesk();
  const [wanted, setWanted] = useState(PART);
  const read = useLive(() => historyOfPaper(db, id, wanted + 1), [db, id, wanted]);
  if (read.state === 'loading') return null;
  if (read.state === 'failed') return <LibraryFailure db={db} error={read.error} />;
  const now = new Date();
  // An undo is shown with the step that it undid.
  const steps = read.value.slice(0, wanted).filter(({ entry }) => entry.intention !== 'undo');
  if (steps.length === 0) return <p class="facts">{i18n.t('paperPage.noHistory')}</p>;
  return (
    <>
      <ul aria-label={i18n.t('paperPage.history')}>
        {steps.map((step) => (
          <PaperStepLine key={step.entry.entry} step={step} now={now} />
        ))}
      </ul>
      {read.value.length > wanted && (
        <button type="button" class="link unfold" onClick={() => setWanted(wanted + PART)}>
          {i18n.t('search.more')}
        </button>
      )}
    </>
  );
}
