import { Columns3 } from 'lucide';
import { openLibrary } from '@/components/browser/open-library';
import { i18n } from '@/components/browser/words';
import { placeOf } from '@/components/desk/address';
import { useDesk } from '@/components/desk/desk';
import { placeHash } from '@/components/desk/place';
import { Icon } from '@/components/parts/icon';

/** Leads from popup and side panel to the full page, at what is shown here. */
export function FullPageButton({ onOpened }: { onOpened?: () => void }) {
  const { store } = useDesk();
  const name = i18n.t('panel.openFull');

  async function open() {
    const place = placeOf(store);
    // Only here are there pages to collect from.
    const hash = placeHash(place.route.view === 'collect' ? { ...place, route: { view: 'papers' } } : place);
    await openLibrary(hash === '#/' ? undefined : hash); // where nothing is asked, an open page stays where it is
    onOpened?.();
  }

  return (
    <button type="button" class="tool" aria-label={name} title={name} onClick={() => void open()}>
      <Icon of={Columns3} />
    </button>
  );
}
