import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { useLive } from '@/components/hooks/use-live';
import { titleOf } from '@/components/paper/paper-words';
import { SimilarPapers } from './similar-papers';
import './similar-view.css';

/** The papers of the library most like one. */
export function SimilarView({ id }: { id: string }) {
  const { db, back } = useDesk();
  const paper = useLive(() => db.papers.get(id), [db, id]);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []); // the pressed button lies below
  const title = paper.state === 'ready' && paper.value ? titleOf(paper.value) : '';
  return (
    <section class="over similar" aria-label={i18n.t('similar.title', [title])}>
      <header>
        <button type="button" ref={button} onClick={back}>
          {i18n.t('similar.back')}
        </button>
        <h2 dir="auto">{i18n.t('similar.title', [title])}</h2>
      </header>
      <SimilarPapers id={id} shown={20} counted />
    </section>
  );
}
