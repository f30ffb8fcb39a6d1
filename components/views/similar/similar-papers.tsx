import { i18n } from '@/components/browser/words';
import { useNow } from '@/components/hooks/use-now';
import { PaperRow } from '@/components/paper/paper-row';
import { Notice } from '@/components/parts/notice';
import { useSimilar } from './use-similar';

interface SimilarPapersProps {
  id: string;
  /** How many are listed at most. */
  shown: number;
  /** Whether their number is told. */
  counted?: boolean;
}

/** Shared terms that are told per paper. */
const TERMS = 8;

/** The papers most like one, each with the terms that make it so. */
export function SimilarPapers({ id, shown, counted }: SimilarPapersProps) {
  const hits = useSimilar(id, shown);
  const now = useNow();
  return (
    <>
      {hits && counted && (
        <p role="status" class="status">
          {i18n.t('search.count', hits.length)}
        </p>
      )}
      {hits?.length === 0 && <Notice title={i18n.t('similar.none')} />}
      <ul aria-label={i18n.t('search.results')}>
        {hits?.map((hit) => (
          <li key={hit.paper.id}>
            <PaperRow
              hit={hit}
              now={now}
              reason={i18n.t('similar.shared', [[...hit.terms].slice(0, TERMS).join(', ')])}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
