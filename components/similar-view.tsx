import { useEffect, useRef } from 'preact/hooks';
import type { Hit } from '@/storage/search/library-search';
import type { Paper } from '@/utils/paper/schema';
import { i18n } from './browser/words';
import { useOnce } from './hooks/use-once';
import { Notice } from './notice';
import { PaperItem } from './paper-item';
import { titleOf } from './paper-words';

interface SimilarViewProps {
  paper: Paper;
  /** Undefined until the search is open. */
  find: ((id: string, limit: number) => Promise<Hit[]>) | undefined;
  /** Another one when the library has changed. */
  changes: number;
  onSimilar(paper: Paper): void;
  onRemove(paper: Paper): void;
  onBack(): void;
}

const SHOWN = 20;
/** Shared terms that are told per paper. */
const TERMS = 8;

/** The papers of the library most like one, each with the terms that make it so. */
export function SimilarView({ paper, find, changes, onSimilar, onRemove, onBack }: SimilarViewProps) {
  const hits = useOnce(async () => find?.(paper.id, SHOWN), [paper.id, find, changes]);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []); // the pressed button has gone
  return (
    <section class="similar" aria-label={i18n.t('similar.title', [titleOf(paper)])}>
      <header>
        <button type="button" ref={back} onClick={onBack}>
          {i18n.t('similar.back')}
        </button>
        <h2 dir="auto">{i18n.t('similar.title', [titleOf(paper)])}</h2>
      </header>
      {hits && (
        <p role="status" class="status">
          {i18n.t('search.count', hits.length)}
        </p>
      )}
      {hits?.length === 0 && <Notice title={i18n.t('similar.none')} />}
      <ul aria-label={i18n.t('search.results')}>
        {hits?.map((hit) => (
          <li key={hit.paper.id}>
            <PaperItem
              hit={hit}
              note={i18n.t('similar.shared', [[...hit.terms].slice(0, TERMS).join(', ')])}
              onSimilar={onSimilar}
              onRemove={onRemove}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
