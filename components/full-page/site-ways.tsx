import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { useLive } from '@/components/hooks/use-live';
import { siteName } from '@/components/paper/site-name';
import { siteCounts } from '@/storage/counts';
import { NavLink } from './nav-link';
import { WaySection } from './way-section';

/** Files may name any number of sites. */
const SHOWN = 12;

/** The sites on which papers were seen. */
export function SiteWays() {
  const { db } = useDesk();
  const live = useLive(() => siteCounts(db), [db]);
  if (live.state !== 'ready' || live.value.length === 0) return null;
  return (
    <WaySection name="sites" title={i18n.t('nav.sites')}>
      {live.value.slice(0, SHOWN).map(({ site, papers }) => (
        <NavLink key={site} to={{ query: `site:${site}` }} count={papers}>
          {siteName(site)}
        </NavLink>
      ))}
    </WaySection>
  );
}
