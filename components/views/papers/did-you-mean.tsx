import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { withSpelling } from '@/utils/query/change-words';

/** Offers a spelling that the library knows, where nothing was found as written. */
export function DidYouMean({ spelled }: { spelled: ReadonlyMap<string, string> }) {
  const { store, search } = useDesk();
  const meant = withSpelling(store.query.value, spelled);
  if (meant === store.query.value) return null; // typed on since
  return (
    <p class="did-you-mean">
      <button type="button" class="link" onClick={() => search(meant)}>
        {i18n.t('meant.didYouMean', [meant])}
      </button>
    </p>
  );
}
