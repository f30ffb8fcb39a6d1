import { useEffect, useState } from 'preact/hooks';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import type { Newest } from '@/components/hooks/newest';
import type { Reading } from '@/components/hooks/use-live';
import { useSearch } from '@/components/hooks/use-search';
import { useSettled } from '@/components/hooks/use-settled';
import { LibraryFailure } from '@/components/parts/library-failure';
import { queryDays } from '@/utils/query/query-days';
import { DamagedRecords } from './damaged-records';
import { ResultsView } from './results-view';

/** Hints about a query that is still being typed would flicker, so they wait (ms). */
const HINT_MS = 600;

/** The library: what is asked for, and the papers that answer. */
export function PapersView({ newest }: { newest: Reading<Newest> }) {
  const { db, store, votes, go } = useDesk();
  const [helping, setHelping] = useState(false);
  const days = queryDays(new Date(), (moment) => moment.getTimezoneOffset());
  const [query, sort, group] = [store.query.value, store.sort.value, store.group.value];
  const { results, saved, hints, repaired, changes, library, onError } = useSearch(
    db,
    { text: query, sort, group },
    days,
    newest,
  );
  const settled = useSettled(hints, HINT_MS);

  useEffect(() => {
    store.finder.value = library && { library, changes };
    votes.refresh();
  }, [library, changes]);
  useEffect(() => {
    store.hints.value = settled;
  }, [settled]);

  return (
    <>
      <DamagedRecords db={db} />
      {results.state === 'loading' && <p class="loading">{i18n.t('search.loading')}</p>}
      {results.state === 'failed' && (
        <LibraryFailure db={db} error={results.error} onImport={() => go({ view: 'import' })} />
      )}
      {results.state === 'ready' && (
        <ResultsView
          results={results.value}
          saved={saved}
          repaired={repaired}
          helping={helping}
          onHelp={() => setHelping(!helping)}
          onError={onError}
        />
      )}
    </>
  );
}
