import { useEffect, useRef } from 'preact/hooks';
import { i18n, percent } from '@/components/browser/words';
import type { Results } from '@/components/hooks/use-search';
import { PaperItem } from '@/components/paper/paper-item';
import { Notice } from '@/components/parts/notice';
import type { Paper } from '@/utils/paper/schema';

interface ResultsViewProps {
  results: Results;
  /** How many papers the library has, if known. */
  saved: number | undefined;
  query: string;
  repaired: boolean;
  onSimilar(paper: Paper): void;
  onRestore(paper: Paper): void;
  onRemove(paper: Paper): void;
  onMore(): void;
}

/** How many papers were found, and the first of them. */
export function ResultsView({
  results: { hits, total, share, trashed = false },
  saved,
  query,
  repaired,
  onSimilar,
  onRestore,
  onRemove,
  onMore,
}: ResultsViewProps) {
  const list = useRef<HTMLUListElement>(null);
  /** How many papers were listed when more were asked for. */
  const before = useRef<number>(undefined);
  useEffect(() => {
    if (before.current === undefined || hits.length <= before.current) return;
    list.current?.children[before.current]
      ?.querySelector<HTMLElement>('a, button')
      ?.focus({ preventScroll: true });
    before.current = undefined;
  }, [hits]);

  return (
    <>
      <p role="status" class="status">
        {i18n.t('search.count', total)}
        {share < 1 && ` · ${i18n.t('search.reading', [percent(share)])}`}
      </p>
      {repaired && <p class="status">{i18n.t('search.repaired')}</p>}
      {total === 0 && share === 1 && <Empty query={saved === 0 ? '' : query} />}
      <ul ref={list} aria-label={i18n.t('search.results')}>
        {hits.map((hit) => (
          <PaperItem
            key={hit.paper.id}
            hit={hit}
            onSimilar={onSimilar}
            onRemove={onRemove}
            onRestore={trashed ? onRestore : undefined}
          />
        ))}
      </ul>
      {total > hits.length && (
        <button
          type="button"
          class="more"
          onClick={() => {
            before.current = hits.length;
            onMore();
          }}
        >
          {i18n.t('search.more')}
        </button>
      )}
    </>
  );
}

function Empty({ query }: { query: string }) {
  if (query !== '')
    return <Notice title={i18n.t('empty.noMatch', [query])} hint={i18n.t('empty.noMatchHint')} />;
  return (
    <Notice title={i18n.t('empty.title')} hint={i18n.t('empty.hint')}>
      <a
        class="button primary"
        href="https://huggingface.co/papers"
        target="_blank"
        rel="noreferrer noopener"
      >
        {i18n.t('empty.open')}
      </a>
    </Notice>
  );
}
