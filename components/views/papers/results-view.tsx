import { useEffect, useMemo } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { useSelection } from '@/components/desk/use-selection';
import { useNow } from '@/components/hooks/use-now';
import type { Results } from '@/components/hooks/use-search';
import { usePages } from '@/components/list/use-pages';
import { WindowedList } from '@/components/list/windowed-list';
import { PaperRow } from '@/components/paper/paper-row';
import { Notice } from '@/components/parts/notice';
import type { Hit } from '@/storage/search/library-search';
import { DidYouMean } from './did-you-mean';
import { EmptyLibrary } from './empty-library';
import { groupOf, groupWords } from './groups';
import { ListLine } from './list-line';
import { SearchHelp } from './search-help';

interface ResultsViewProps {
  results: Results;
  /** How many papers the library has, if known. */
  saved: number | undefined;
  repaired: boolean;
  helping: boolean;
  onHelp(): void;
  /** Hears why rows cannot be read. */
  onError(error: unknown): void;
}

/** Usual heights of a row (px). */
const HEIGHT = { comfortable: 92, compact: 64 };

/** How many papers were found, and the list of them. */
export function ResultsView({ results, saved, repaired, helping, onHelp, onError }: ResultsViewProps) {
  const { list, source, meant = 0, spelled, share, group, trashed = false } = results;
  const { store, commands, votes } = useDesk();
  const select = useSelection();
  const voted = useMemo(
    () => ({
      ...source,
      async read(from: number, to: number) {
        const hits = await source.read(from, to);
        await votes.load(hits.flatMap((hit) => hit?.paper.id ?? []));
        return hits;
      },
    }),
    [source, votes],
  );
  useEffect(() => {
    const { total, ids, placeOf } = source;
    store.listed.value = { list, total, trashed, ids, placeOf };
  }, [list, source, trashed]);
  // Only what is in sight, or was a moment ago, is acted on.
  useEffect(() => () => select.end(), [list]);
  const rows = usePages({ list, source: voted, keyOf, onError });
  const query = store.query.value.trim();
  const now = useNow();
  return (
    <>
      <ListLine total={source.total - meant} share={share} helping={helping} onHelp={onHelp} />
      {helping && <SearchHelp />}
      {repaired && <p class="status">{i18n.t('search.repaired')}</p>}
      {spelled && <DidYouMean spelled={spelled} />}
      {source.total === 0 && share === 1 && <Empty query={saved === 0 ? '' : query} />}
      <WindowedList
        label={i18n.t('search.results')}
        rows={rows}
        estimate={HEIGHT[store.density.value]}
        groupOf={groupOf(group)}
        groupWords={groupWords(group, now, meant)}
        renderRow={(hit, _, stop) => (
          <PaperRow
            hit={hit}
            now={now}
            stop={stop}
            searching={query !== ''}
            onRestore={trashed ? (id, title) => void commands.restore(id, title) : undefined}
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
  if (query === '') return <EmptyLibrary />;
  return <Notice title={i18n.t('empty.noMatch', [query])} hint={i18n.t('empty.noMatchHint')} />;
}
