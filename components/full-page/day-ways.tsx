import { useState } from 'preact/hooks';
import { ownDayNumber, spokenDay } from '@/components/browser/dates';
import { i18n } from '@/components/browser/words';
import { useDesk } from '@/components/desk/desk';
import { useLive } from '@/components/hooks/use-live';
import { useNow } from '@/components/hooks/use-now';
import { savedDays } from '@/storage/counts';
import { NavLink } from './nav-link';
import { WaySection } from './way-section';

const AT_FIRST = 5;
/** Days that come with each press. */
const MORE = 25;

/** The latest days on which papers were saved. */
export function DayWays() {
  const { db } = useDesk();
  const now = useNow();
  const [shown, setShown] = useState(AT_FIRST);
  const live = useLive(() => savedDays(db, ownDayNumber, shown), [db, shown]);
  if (live.state !== 'ready' || live.value.days.length === 0) return null;
  const { days, next } = live.value;
  return (
    <WaySection
      name="days"
      title={i18n.t('nav.days')}
      more={next !== undefined && i18n.t('nav.moreDays')}
      onMore={() => setShown(shown + MORE)}
    >
      {days.map(({ day, papers }) => (
        <NavLink key={day} to={{ query: `saved:${day}` }} count={papers}>
          {spokenDay(day, now)}
        </NavLink>
      ))}
    </WaySection>
  );
}
