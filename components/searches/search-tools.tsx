import { Bookmark, BookmarkPlus } from 'lucide';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { Icon } from '@/components/parts/icon';

interface SearchToolsProps {
  /** Whether the form for a new search is open. */
  saving: boolean;
  onSave(): void;
}

/** Keeps what is searched for, and leads to the searches that were kept. */
export function SearchTools({ saving, onSave }: SearchToolsProps) {
  const { store, go } = useDesk();
  const query = store.query.value.trim();
  const searches = store.searches.value;
  const kept = searches.some((search) => search.query.trim() === query);
  return (
    <>
      {query !== '' && !kept && (
        <button
          type="button"
          class="quiet"
          aria-label={i18n.t('searches.save')}
          title={i18n.t('searches.save')}
          aria-expanded={saving}
          onClick={onSave}
        >
          <Icon of={BookmarkPlus} />
        </button>
      )}
      {/* Where there are columns, they stand in the first. */}
      {searches.length > 0 && !store.beside.value && (
        <button
          type="button"
          class={`quiet ${kept ? 'on' : ''}`}
          aria-label={i18n.t('views.searches')}
          title={i18n.t('views.searches')}
          onClick={() => go({ view: 'searches' })}
        >
          <Icon of={Bookmark} />
        </button>
      )}
    </>
  );
}
