import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { Notice } from '@/components/parts/notice';
import { useSearchCounts } from '@/components/searches/use-search-counts';
import { SearchRow } from './search-row';
import './searches-view.css';

/** All saved searches with how many papers each finds; renamed, mended and deleted. */
export function SearchesView() {
  const searches = useDesk().store.searches.value;
  const counts = useSearchCounts();
  if (searches.length === 0)
    return <Notice title={i18n.t('searches.none')} hint={i18n.t('searches.noneHint')} />;
  return (
    <section aria-label={i18n.t('views.searches')}>
      <p role="status" class="status">
        {i18n.t('searches.count', searches.length)}
      </p>
      <ul class="rows" aria-label={i18n.t('views.searches')}>
        {searches.map((search) => (
          <SearchRow key={search.id} search={search} papers={counts.get(search.id)} />
        ))}
      </ul>
    </section>
  );
}
