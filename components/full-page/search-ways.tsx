import { Bookmark, TriangleAlert } from 'lucide';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { misread } from '@/components/searches/misread';
import { searchPlace } from '@/components/searches/search-place';
import { useSearchCounts } from '@/components/searches/use-search-counts';
import { NavLink } from './nav-link';
import { WaySection } from './way-section';

/** The saved searches; one that cannot be read as it stands is marked, and says why where it is pointed at. */
export function SearchWays() {
  const { store } = useDesk();
  const counts = useSearchCounts();
  const searches = store.searches.value;
  if (searches.length === 0) return null;
  return (
    <WaySection name="searches" title={i18n.t('views.searches')}>
      {searches.map((search) => {
        const wrong = misread(search.query);
        return (
          <NavLink
            key={search.id}
            to={searchPlace(search, store).asked}
            icon={wrong ? TriangleAlert : Bookmark}
            count={counts.get(search.id)}
            hint={wrong}
          >
            {search.name}
          </NavLink>
        );
      })}
    </WaySection>
  );
}
