import { useId } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { hashOf } from '@/components/desk/route';
import { titleOf } from '@/components/paper/paper-words';
import { useSimilar } from '@/components/views/similar/use-similar';
import type { Hit } from '@/storage/search/library-search';
import './sections.css';

const SHOWN = 5;
/** Shared terms that are told per paper. */
const TERMS = 5;

/**
 * The papers most like this one; nothing while the search is not open. They are lines, not rows of the list: the buttons of
 * other papers have the names of this one's.
 */
export function SimilarSection({ id }: { id: string }) {
  const heading = useId();
  const hits = useSimilar(id, SHOWN);
  if (!hits || hits.length === 0) return null;
  return (
    <section class="below">
      <h3 id={heading}>{i18n.t('paper.similar')}</h3>
      <ul aria-labelledby={heading}>
        {hits.map((hit) => (
          <li class="similar-line" key={hit.paper.id}>
            <Line hit={hit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ hit: { paper, terms } }: { hit: Hit }) {
  const { authors, publishedAt } = paper;
  const [first] = authors;
  return (
    <>
      <a href={hashOf({ view: 'paper', id: paper.id })} dir="auto">
        {titleOf(paper)}
      </a>
      <p class="facts">
        {first && (
          <span>
            <bdi>{first}</bdi>
            {authors.length > 1 && ` ${i18n.t('row.others', [authors.length - 1])}`}
          </span>
        )}
        {publishedAt && <time dateTime={publishedAt}>{publishedAt.slice(0, 4)}</time>}
        {terms.size > 0 && <span>{i18n.t('similar.shared', [[...terms].slice(0, TERMS).join(', ')])}</span>}
      </p>
    </>
  );
}
