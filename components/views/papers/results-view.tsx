import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import type { Results } from '@/components/hooks/use-search';
import { PaperRow } from '@/components/paper/paper-row';
import { Notice } from '@/components/parts/notice';
import { ListLine } from './list-line';

interface ResultsViewProps {
  results: Results;
  /** How many papers the library has, if known. */
  saved: number | undefined;
  repaired: boolean;
  helping: boolean;
  onHelp(): void;
  onMore(): void;
}

/** How many papers were found, and the list of them. */
export function ResultsView({ results, saved, repaired, helping, onHelp, onMore }: ResultsViewProps) {
  const { hits, total, share, trashed = false } = results;
  const { store, commands } = useDesk();
  const query = store.query.value.trim();
  const now = new Date();
  return (
    <>
      <ListLine total={total} share={share} helping={helping} onHelp={onHelp} />
      {repaired && <p class="status">{i18n.t('search.repaired')}</p>}
      {total === 0 && share === 1 && <Empty query={saved === 0 ? '' : query} />}
      <ul aria-label={i18n.t('search.results')}>
        {hits.map((hit) => (
          <li key={hit.paper.id}>
            <PaperRow
              hit={hit}
              now={now}
              searching={query !== ''}
              onRestore={trashed ? (id, title) => void commands.restore(id, title) : undefined}
            />
          </li>
        ))}
      </ul>
      {total > hits.length && (
        <button type="button" class="more" onClick={onMore}>
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
