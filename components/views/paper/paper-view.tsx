import { ArrowLeft, Pencil, Trash2 } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import type { Field } from '@/components/desk/route';
import { useLive } from '@/components/hooks/use-live';
import { NoteField } from '@/components/paper/note-field';
import { titleOf } from '@/components/paper/paper-words';
import { StarButton } from '@/components/paper/star-button';
import { StatusButton } from '@/components/paper/status-button';
import { TagsField } from '@/components/paper/tags-field';
import { Icon } from '@/components/parts/icon';
import { LibraryFailure } from '@/components/parts/library-failure';
import { Notice } from '@/components/parts/notice';
import type { Paper } from '@/utils/paper/schema';
import { Abstract } from './abstract';
import { Authors } from './authors';
import { EditForm, type EditFormProps } from './edit-form';
import { Identifiers } from './identifiers';
import { Origins } from './origins';
import { PaperHistory } from './paper-history';
import { PaperLinks } from './paper-links';
import { Publication } from './publication';
import { SeenOn } from './seen-on';
import { SimilarSection } from './similar-section';
import { StatusLine } from './status-line';
import type { Typed } from './typed';
import './paper-view.css';

interface PaperViewProps {
  id: string;
  /** The field that has the focus at first. */
  field?: Field | undefined;
  /** What stands above the paper. */
  children?: ComponentChildren;
}

/** A paper's page, over the list. */
export function PaperView({ id, field, children }: PaperViewProps) {
  const { db, back, go, commands, opened } = useDesk();
  const read = useLive(() => db.papers.get(id), [db, id]);
  const page = useRef<HTMLElement>(null);
  /** Kept here, so that it is not lost if another window removes the paper meanwhile. */
  const [typed, setTyped] = useState<Typed>({});

  useEffect(() => {
    if (field !== 'tags') void opened(id); // whoever tags what was just saved does not read it
  }, []);
  useEffect(() => {
    if (!field) page.current?.querySelector<HTMLElement>('.paper-bar button')?.focus();
  }, []);
  useEffect(() => {
    // The form took the focus with it.
    if (!field && document.activeElement === document.body)
      page.current?.querySelector<HTMLElement>('[aria-pressed]')?.focus();
  }, [field]);

  const paper = read.state === 'ready' ? read.value : undefined;
  const title = paper ? titleOf(paper) : '';
  return (
    <article class="over paper-page" ref={page} aria-label={title} data-paper={id}>
      <header class="paper-bar">
        <button
          type="button"
          class="tool"
          aria-label={i18n.t('paperPage.back')}
          title={i18n.t('paperPage.back')}
          onClick={back}
        >
          <Icon of={ArrowLeft} />
        </button>
        {paper && (
          <>
            <Marks paper={paper} />
            <button
              type="button"
              class="tool"
              aria-label={i18n.t('paperPage.edit')}
              title={i18n.t('paperPage.edit')}
              aria-pressed={field === 'edit'}
              onClick={() =>
                field === 'edit' ? go({ view: 'paper', id }) : go({ view: 'paper', id, field: 'edit' })
              }
            >
              <Icon of={Pencil} />
            </button>
            <button
              type="button"
              class="tool"
              aria-label={i18n.t('paper.removeLabel', [title])}
              title={i18n.t('paper.remove')}
              onClick={() => void commands.remove(id, title)}
            >
              <Icon of={Trash2} />
            </button>
          </>
        )}
      </header>
      {children}
      {read.state === 'failed' && <LibraryFailure db={db} error={read.error} />}
      {read.state === 'ready' && !paper && <Gone id={id} />}
      {paper && <Body paper={paper} field={field} typed={typed} onType={setTyped} />}
    </article>
  );
}

function Marks({ paper }: { paper: Paper }) {
  const shown = useDesk().shown(paper);
  return (
    <span class="paper-marks">
      <StarButton paper={shown} />
      <StatusButton paper={shown} />
      <StatusLine paper={shown} />
    </span>
  );
}

interface BodyProps extends Pick<EditFormProps, 'paper' | 'typed' | 'onType'> {
  field?: Field | undefined;
}

function Body({ paper: stored, field, typed, onType }: BodyProps) {
  const { shown, go } = useDesk();
  const paper = shown(stored);
  function leaveForm() {
    onType(() => ({}));
    go({ view: 'paper', id: paper.id });
  }
  if (field === 'edit') return <EditForm paper={paper} typed={typed} onType={onType} onDone={leaveForm} />;
  return (
    <div class="paper-body">
      <h2 dir="auto">{titleOf(paper)}</h2>
      <Authors paper={paper} />
      <Publication paper={paper} />
      <PaperLinks paper={paper} />
      <TagsField paper={paper} focused={field === 'tags'} />
      <NoteField paper={paper} focused={field === 'note'} />
      <Abstract paper={paper} />
      <SeenOn id={paper.id} />
      <SimilarSection id={paper.id} />
      <Origins paper={paper} />
      <Identifiers paper={paper} />
      <PaperHistory id={paper.id} />
    </div>
  );
}

/** The paper is not in the library: it may lie in the trash. */
function Gone({ id }: { id: string }) {
  const { db, commands } = useDesk();
  const trashed = useLive(() => db.trash.get(id), [db, id]);
  if (trashed.state !== 'ready') return null;
  if (!trashed.value) return <Notice title={i18n.t('paperPage.gone')} />;
  const title = titleOf(trashed.value.paper);
  return (
    <Notice title={i18n.t('paperPage.trashed', [title])}>
      <button type="button" class="primary" onClick={() => void commands.restore(id, title)}>
        {i18n.t('trash.restore')}
      </button>
    </Notice>
  );
}
