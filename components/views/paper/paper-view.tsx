import { ArrowLeft, Pencil, Trash2, X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
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
import { CitationKey } from './citation-key';
import { EditForm, type EditFormProps } from './edit-form';
import { Identifiers } from './identifiers';
import { MergedRecords } from './merged-records';
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
  /** Whether the keys of the list led here: nobody opened it. */
  leafedTo?: boolean;
  /** What stands above the paper. */
  children?: ComponentChildren;
}

/** A paper's page, over the list or beside it. While another paper is read, the one before stays. */
export function PaperView({ id: wanted, field, leafedTo = false, children }: PaperViewProps) {
  const { db, store, back, go, commands, opened } = useDesk();
  const beside = store.beside.value;
  const read = useLive(async () => ({ id: wanted, paper: await db.papers.get(wanted) }), [db, wanted]);
  const page = useRef<HTMLElement>(null);
  /** Of each paper that was shown. Kept here, so that it is not lost if another window removes the paper meanwhile. */
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});

  useEffect(() => {
    if (field !== 'tags' && !leafedTo) void opened(wanted); // whoever tags what was just saved does not read it
  }, [wanted]);
  useEffect(() => {
    if (!field && !beside) page.current?.querySelector<HTMLElement>('.paper-bar button')?.focus();
  }, [wanted]);
  useEffect(() => {
    // The form took the focus with it.
    if (!field && !beside && document.activeElement === document.body)
      page.current?.querySelector<HTMLElement>('[aria-pressed]')?.focus();
  }, [field]);

  const { id, paper } = read.state === 'ready' ? read.value : { id: wanted };
  useLayoutEffect(() => {
    page.current?.scrollTo(0, 0);
  }, [id]);
  const typeInto = (paper: string) => (change: (before: Typed) => Typed) =>
    setTyped((before) => ({ ...before, [paper]: change(before[paper] ?? {}) }));
  const way = i18n.t(beside ? 'paperPage.close' : 'paperPage.back');
  const title = paper ? titleOf(paper) : '';
  return (
    <article class="over paper-page" ref={page} aria-label={title} data-paper={id}>
      <header class="paper-bar">
        <button type="button" class="tool" aria-label={way} title={way} onClick={back}>
          <Icon of={beside ? X : ArrowLeft} />
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
      {read.state === 'ready' && !paper && <Gone key={id} id={id} />}
      {paper && <Body key={id} paper={paper} field={field} typed={typed[id] ?? {}} onType={typeInto(id)} />}
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
      <MergedRecords id={paper.id} />
      <Identifiers paper={paper} />
      <CitationKey id={paper.id} />
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
