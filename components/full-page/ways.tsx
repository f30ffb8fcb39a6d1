import { BookText, Download, FilePlus, History, Tags, Trash2 } from 'lucide';
import { i18n } from '@/components/browser/words';
import type { ViewName } from '@/components/desk/route';
import { MARKED, type Marked } from './marked';
import { NavLink } from './nav-link';

/** Views that are no list of papers found by a query. */
const VIEW_ICONS: Partial<Record<ViewName, typeof Tags>> = {
  queue: BookText,
  tags: Tags,
  add: FilePlus,
  import: Download,
  history: History,
  trash: Trash2,
};

/** All ways through the library. */
export function Ways() {
  return (
    <>
      <ul>
        {Object.entries(MARKED).map(([name, { query, icon }]) => (
          <NavLink key={name} to={{ query }} icon={icon}>
            {i18n.t(`nav.${name as Marked}`)}
          </NavLink>
        ))}
      </ul>
      <section aria-labelledby="ways-views">
        <h2 id="ways-views">{i18n.t('views.label')}</h2>
        <ul>
          {Object.entries(VIEW_ICONS).map(([view, icon]) => (
            <NavLink key={view} to={{ view: view as ViewName }} icon={icon}>
              {i18n.t(`views.${view as ViewName}`)}
            </NavLink>
          ))}
        </ul>
      </section>
    </>
  );
}
