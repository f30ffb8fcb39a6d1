import { BookOpen, BookOpenCheck, Inbox, Library, Star } from 'lucide';
import { i18n } from '@/components/browser/words';
import { NavLink } from './nav-link';
import './sidebar.css';

const MARKED = {
  all: { query: '', icon: Library },
  inbox: { query: 'is:unread', icon: Inbox },
  reading: { query: 'is:reading', icon: BookOpen },
  read: { query: 'is:read', icon: BookOpenCheck },
  starred: { query: 'is:starred', icon: Star },
} as const;

/** The ways through the library. */
export function Sidebar() {
  return (
    <nav class="sidebar" aria-label={i18n.t('nav.label')}>
      <ul>
        {Object.entries(MARKED).map(([name, { query, icon }]) => (
          <NavLink key={name} to={{ query }} icon={icon}>
            {i18n.t(`nav.${name as keyof typeof MARKED}`)}
          </NavLink>
        ))}
      </ul>
    </nav>
  );
}
