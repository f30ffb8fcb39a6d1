import type { Hit } from '@/storage/search/library-search';
import type { Paper } from '@/utils/paper/schema';
import { i18n, percent } from './browser/words';
import type { Results } from './hooks/use-search';
import { usePages } from './list/use-pages';
import { WindowedList } from './list/windowed-list';
import { Notice } from './notice';
import { PaperItem } from './paper-item';

interface ResultsViewProps {
  results: Results;
  /** How many papers the library has, if known. */
  saved: number | undefined;
  query: string;
  repaired: boolean;
  onSimilar(paper: Paper): void;
  onRestore(paper: Paper): void;
  onRemove(paper: Paper): void;
  /** Hears why rows cannot be read. */
  onError(error: unknown): void;
}

/** The height of a row with three lines of abstract (px). */
const ROW = 132;

/** How many papers were found, and the list of them. */
export function ResultsView({
  results: { list, source, share, trashed = false },
  saved,
  query,
  repaired,
  onSimilar,
  onRestore,
  onRemove,
  onError,
}: ResultsViewProps) {
  const rows = usePages({ list, source, keyOf, onError });
  const { total } = source;
  return (
    <>
      <p role="status" class="status">
        {i18n.t('search.count', total)}
        {share < 1 && ` · ${i18n.t('search.reading', [percent(share)])}`}
      </p>
      {repaired && <p class="status">{i18n.t('search.repaired')}</p>}
      {total === 0 && share === 1 && <Empty query={saved === 0 ? '' : query} />}
      <WindowedList
        label={i18n.t('search.results')}
        rows={rows}
        estimate={ROW}
        renderRow={(hit, _, stop) => (
          <PaperItem
            hit={hit}
            stop={stop}
            onSimilar={onSimilar}
            onRemove={onRemove}
            onRestore={trashed ? onRestore : undefined}
          />
        )}
      />
    </>
  );
}

function keyOf({ paper }: Hit): string {
  return paper.id;
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
