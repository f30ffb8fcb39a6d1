import { Bookmark, BookText, Copy, Download, FilePlus, History, Tags, Trash2 } from 'lucide';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import type { ViewName } from '@/components/desk/route';
import { useLive } from '@/components/hooks/use-live';
import { type Counts, readCounts } from '@/storage/counts';
import { DayWays } from './day-ways';
import { MARKED, type Marked } from './marked';
import { NavLink } from './nav-link';
import { SearchWays } from './search-ways';
import { SiteWays } from './site-ways';
import { TagWays } from './tag-ways';
import { WaySection } from './way-section';

const COUNTED: Record<Marked, keyof Counts> = {
  all: 'papers',
  inbox: 'unread',
  reading: 'reading',
  read: 'read',
  starred: 'starred',
};

/** Views that are no list of papers found by a query. */
const VIEW_ICONS: Partial<Record<ViewName, typeof Tags>> = {
  queue: BookText,
  searches: Bookmark,
  tags: Tags,
  duplicates: Copy,
  add: FilePlus,
  import: Download,
  history: History,
  trash: Trash2,
};

/** All ways through the library, with how many papers each leads to. The numbers are stored: none is counted here. */
export function Ways() {
  const { db } = useDesk();
  const live = useLive(() => readCounts(db), [db]);
  // Numbers of a library that is being counted are too small.
  const counts = live.state === 'ready' && live.value.share === 1 ? live.value : undefined;
  return (
    <>
      <ul>
        {Object.entries(MARKED).map(([name, { query, icon }]) => (
          <NavLink key={name} to={{ query }} icon={icon} count={counts?.[COUNTED[name as Marked]]}>
            {i18n.t(`nav.${name as Marked}`)}
          </NavLink>
        ))}
      </ul>
      <SearchWays />
      <DayWays />
      <TagWays />
      <SiteWays />
      <WaySection name="views" title={i18n.t('views.label')}>
        {Object.entries(VIEW_ICONS).map(([view, icon]) => (
          <NavLink
            key={view}
            to={{ view: view as ViewName }}
            icon={icon}
            count={view === 'trash' ? counts?.trash : undefined}
          >
            {i18n.t(`views.${view as ViewName}`)}
          </NavLink>
        ))}
      </WaySection>
    </>
  );
}
